package org.dicomgateway.hub.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dicomgateway.hub.index.IndexedInstance;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Metadata as DICOM JSON (PS3.18 §10.4.1.1.2), one instance after the other. */
@RestController
class MetadataController {
  private final InstanceLookup lookup;

  MetadataController(InstanceLookup lookup) {
    this.lookup = lookup;
  }

  @GetMapping("/dicomweb/studies/{study}/metadata")
  void study(@PathVariable String study, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(lookup.study(study), request, response);
  }

  @GetMapping("/dicomweb/studies/{study}/series/{series}/metadata")
  void series(
      @PathVariable String study,
      @PathVariable String series,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    write(lookup.series(study, series), request, response);
  }

  @GetMapping("/dicomweb/studies/{study}/series/{series}/instances/{instance}/metadata")
  void instance(
      @PathVariable String study,
      @PathVariable String series,
      @PathVariable String instance,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    write(List.of(lookup.instance(study, series, instance).stored()), request, response);
  }

  private void write(
      List<IndexedInstance> instances, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Accept.of(request).requireJson();
    String service = ResourceAddress.service(request);
    response.setContentType(MediaTypes.DICOM_JSON);
    response.setHeader("Cache-Control", "private, no-cache");
    OutputStream out = response.getOutputStream();
    char separator = '[';
    for (IndexedInstance instance : instances) {
      byte[] json =
          lookup
              .open(instance)
              .servedMetadata()
              .withBulkDataAt(ResourceAddress.instance(service, instance));
      out.write(separator);
      out.write(json);
      separator = ',';
    }
    out.write(']');
  }
}
