package org.dicomgateway.hub.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.json.BulkDataUris;
import org.dicomgateway.dicom.json.DicomJson;
import org.dicomgateway.hub.index.InstanceIndex;
import org.dicomgateway.hub.index.Query;
import org.dicomgateway.hub.index.Query.Level;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** QIDO-RS: searches for studies, series and instances (PS3.18 §10.6). */
@RestController
class SearchController {
  private final InstanceIndex index;

  SearchController(InstanceIndex index) {
    this.index = index;
  }

  @GetMapping("/dicomweb/studies")
  void studies(HttpServletRequest request, HttpServletResponse response) throws IOException {
    search(Level.STUDY, Map.of(), request, response);
  }

  @GetMapping({"/dicomweb/series", "/dicomweb/studies/{study}/series"})
  void series(
      @PathVariable(required = false) String study,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    search(Level.SERIES, within(study, null), request, response);
  }

  @GetMapping({
    "/dicomweb/instances",
    "/dicomweb/studies/{study}/instances",
    "/dicomweb/studies/{study}/series/{series}/instances"
  })
  void instances(
      @PathVariable(required = false) String study,
      @PathVariable(required = false) String series,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    search(Level.INSTANCE, within(study, series), request, response);
  }

  private static Map<Integer, String> within(String study, String series) {
    if (study == null) {
      return Map.of();
    }
    return series == null
        ? Map.of(Tag.StudyInstanceUID, study)
        : Map.of(Tag.StudyInstanceUID, study, Tag.SeriesInstanceUID, series);
  }

  private void search(
      Level level,
      Map<Integer, String> within,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Accept.of(request).requireJson();
    SearchParameters parameters = SearchParameters.of(request.getParameterMap());
    Query query = parameters.query(level, within);
    List<Attributes> found = index.find(query);
    boolean more = found.size() > parameters.limit();
    warn(parameters, query, more, response);
    response.setContentType(MediaTypes.DICOM_JSON);
    response.setHeader("Cache-Control", "private, no-cache");
    write(more ? found.subList(0, parameters.limit()) : found, level, request, response);
  }

  /** PS3.18 §8.3.4.4 and §10.6.3. */
  private void warn(
      SearchParameters parameters, Query query, boolean more, HttpServletResponse response) {
    String unmatched =
        index.unmatchedKeys(query).stream()
            .map(tag -> "%08X".formatted(tag))
            .collect(Collectors.joining(", "));
    if (!unmatched.isEmpty()) {
      response.addHeader(
          "Warning", "299 dicomweb \"The results are not matched by: %s\"".formatted(unmatched));
    }
    if (more) {
      response.addHeader(
          "Warning",
          "299 dicomweb \"There are additional results that can be requested from offset %d\""
              .formatted(query.offset() + parameters.limit()));
    }
  }

  private static void write(
      List<Attributes> found, Level level, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String service = ResourceAddress.service(request);
    OutputStream out = response.getOutputStream();
    out.write('[');
    for (int i = 0; i < found.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      Attributes result = found.get(i);
      result.setString(Tag.RetrieveURL, VR.UR, ResourceAddress.of(service, level, result));
      result.setString(Tag.InstanceAvailability, VR.CS, "ONLINE");
      out.write(DicomJson.bytes(result, BulkDataUris.NONE));
    }
    out.write(']');
  }
}
