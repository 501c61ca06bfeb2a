package org.dicomgateway.hub.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.IntStream;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.hub.reading.ServedInstance;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Values that metadata only refer to (PS3.18 §10.4.1.1.5), each by one ranged read. */
@RestController
class BulkDataController {
  private static final String PIXEL_DATA = "7FE00010";
  private static final String ENCAPSULATED_DOCUMENT = "00420011";

  private final InstanceLookup lookup;

  BulkDataController(InstanceLookup lookup) {
    this.lookup = lookup;
  }

  @GetMapping("/dicomweb/studies/{study}/series/{series}/instances/{instance}/bulkdata/{*path}")
  void bulkData(
      @PathVariable String study,
      @PathVariable String series,
      @PathVariable String instance,
      @PathVariable String path,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ServedInstance served = lookup.instance(study, series, instance);
    String element = path.substring(1);
    Accept accept = Accept.of(request);
    String sha256 = served.stored().sha256();
    if (element.equals(PIXEL_DATA) && served.isPixelDataInFrames()) {
      PixelAnswer answer = PixelAnswer.of(served, served.frameCount(), accept);
      if (!InstanceCaching.isKnown(
          request, response, sha256, "-frames-" + answer.transferSyntaxUid())) {
        answer.write(
            served, IntStream.rangeClosed(1, served.frameCount()).boxed().toList(), response);
      }
      return;
    }
    if (isDocument(served, element, accept)) {
      DocumentAnswer.write(served, value(served, element), response);
      return;
    }
    MediaRange wanted = wanted(accept);
    if (!InstanceCaching.isKnown(request, response, sha256, "-" + element)) {
      write(value(served, element), wanted, response);
    }
  }

  /** OHIF shows a PDF by its BulkDataURI with {@code accept=application/pdf} behind it. */
  private static boolean isDocument(ServedInstance instance, String element, Accept accept) {
    return element.equals(ENCAPSULATED_DOCUMENT)
        && DocumentAnswer.isPdf(instance)
        && accept.first(range -> range.type().equals(DocumentAnswer.PDF)).isPresent();
  }

  private static MediaRange wanted(Accept accept) {
    return accept
        .first(
            range ->
                range.includes(MediaTypes.OCTET_STREAM)
                    || range.includesParts(MediaTypes.OCTET_STREAM, UID.ExplicitVRLittleEndian))
        .orElseThrow(
            () ->
                DicomwebException.notAcceptable(
                    "Bulk data are given as application/octet-stream in Explicit VR Little Endian,"
                        + " in parts or not; accepted is "
                        + accept));
  }

  private static InputStream value(ServedInstance instance, String element) throws IOException {
    return instance
        .bulkData(element)
        .orElseThrow(
            () ->
                DicomwebException.notFound(
                    "Instance %s has no bulk data %s; its metadata tell which it has."
                        .formatted(instance.stored().sopInstanceUid(), element)));
  }

  private static void write(InputStream value, MediaRange wanted, HttpServletResponse response)
      throws IOException {
    if (wanted.isMultipart()) {
      MultipartRelated parts = new MultipartRelated(response, MediaTypes.OCTET_STREAM);
      parts.part(MediaTypes.OCTET_STREAM, value);
      parts.end();
      return;
    }
    try (value) {
      response.setContentType(MediaTypes.OCTET_STREAM);
      value.transferTo(response.getOutputStream());
    }
  }
}
