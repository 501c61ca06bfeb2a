package org.dicomgateway.hub.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.hub.index.IndexedInstance;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Instances as DICOM files, as they are stored (PS3.18 §10.4.1.1.1). */
@RestController
class InstancesController {
  private final InstanceLookup lookup;

  InstancesController(InstanceLookup lookup) {
    this.lookup = lookup;
  }

  @GetMapping("/dicomweb/studies/{study}")
  void study(@PathVariable String study, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    multipart(lookup.study(study), Accept.of(request), response);
  }

  @GetMapping("/dicomweb/studies/{study}/series/{series}")
  void series(
      @PathVariable String study,
      @PathVariable String series,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    multipart(lookup.series(study, series), Accept.of(request), response);
  }

  @GetMapping("/dicomweb/studies/{study}/series/{series}/instances/{instance}")
  void instance(
      @PathVariable String study,
      @PathVariable String series,
      @PathVariable String instance,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    IndexedInstance stored = lookup.instance(study, series, instance).stored();
    String syntax = stored.transferSyntaxUid();
    Optional<MediaRange> accepted =
        Accept.of(request).first(range -> isWhole(range, syntax) || isInParts(range, syntax));
    if (accepted.isEmpty() || accepted.get().isMultipart() || accepted.get().includes("*/*")) {
      multipart(List.of(stored), Accept.of(request), response);
    } else if (!InstanceCaching.isKnown(request, response, stored.sha256(), "")) {
      response.setContentType(partType(stored));
      response.setContentLengthLong(stored.length());
      try (var file = lookup.open(stored).open()) {
        file.transferTo(response.getOutputStream());
      }
    }
  }

  private void multipart(
      List<IndexedInstance> instances, Accept accept, HttpServletResponse response)
      throws IOException {
    instances.forEach(instance -> requireAccepted(instance, accept));
    response.setHeader("Vary", "Accept");
    MultipartRelated parts = new MultipartRelated(response, MediaTypes.DICOM);
    for (IndexedInstance instance : instances) {
      parts.part(partType(instance), lookup.open(instance).open());
    }
    parts.end();
  }

  private static String partType(IndexedInstance instance) {
    return MediaTypes.DICOM + "; transfer-syntax=" + instance.transferSyntaxUid();
  }

  private static void requireAccepted(IndexedInstance instance, Accept accept) {
    String syntax = instance.transferSyntaxUid();
    if (accept.first(range -> isInParts(range, syntax)).isEmpty()) {
      throw DicomwebException.notAcceptable(
          """
          Instance %s is stored in %s (%s) and given in no other transfer syntax. Accept \
          multipart/related; type="application/dicom"; transfer-syntax=* instead of %s."""
              .formatted(
                  instance.sopInstanceUid(), TransferSyntax.of(syntax).name(), syntax, accept));
    }
  }

  private static boolean isInParts(MediaRange range, String syntax) {
    return range.includesParts(MediaTypes.DICOM, syntax) || range.type().equals("*/*");
  }

  private static boolean isWhole(MediaRange range, String syntax) {
    return range.includes(MediaTypes.DICOM) && range.includesSyntax(syntax);
  }
}
