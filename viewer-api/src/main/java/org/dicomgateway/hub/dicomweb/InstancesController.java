package org.dicomgateway.hub.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.hub.index.IndexedInstance;
import org.dicomgateway.hub.reading.ServedFile;
import org.dicomgateway.hub.reading.ServedInstance;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Instances as DICOM files (PS3.18 §10.4.1.1.1): as they were received or, where they were
 * transcoded on the way and that is asked for, as they are stored.
 */
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
    ServedInstance served = lookup.instance(study, series, instance);
    for (MediaRange range : Accept.of(request).ranges()) {
      if (range.isMultipart() || range.type().equals("*/*")) {
        break;
      }
      Optional<ServedFile> whole = file(served, syntax -> isWhole(range, syntax));
      if (whole.isPresent()) {
        write(whole.get(), request, response);
        return;
      }
    }
    multipart(List.of(served.stored()), Accept.of(request), response);
  }

  private static void write(
      ServedFile file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!InstanceCaching.isKnown(request, response, file.sha256(), "")) {
      response.setContentType(contentType(file));
      response.setContentLengthLong(file.length());
      file.body().writeTo(response.getOutputStream());
    }
  }

  private void multipart(
      List<IndexedInstance> instances, Accept accept, HttpServletResponse response)
      throws IOException {
    instances.forEach(instance -> acceptable(lookup.open(instance), accept));
    response.setHeader("Vary", "Accept");
    MultipartRelated parts = new MultipartRelated(response, MediaTypes.DICOM);
    for (IndexedInstance instance : instances) {
      ServedFile file = acceptable(lookup.open(instance), accept);
      parts.part(contentType(file), file.body());
    }
    parts.end();
  }

  private static String contentType(ServedFile file) {
    return MediaTypes.DICOM + "; transfer-syntax=" + file.transferSyntaxUid();
  }

  /** What the client wants most of an instance; as it was received, if it takes both. */
  private static ServedFile acceptable(ServedInstance instance, Accept accept) {
    for (MediaRange range : accept.ranges()) {
      Optional<ServedFile> file = file(instance, syntax -> isInParts(range, syntax));
      if (file.isPresent()) {
        return file.get();
      }
    }
    throw DicomwebException.notAcceptable(
        """
        Instance %s is given in %s and in no other transfer syntax. Accept \
        multipart/related; type="application/dicom"; transfer-syntax=* instead of %s."""
            .formatted(
                instance.stored().sopInstanceUid(),
                instance.files().stream()
                    .map(ServedFile::transferSyntaxUid)
                    .map(syntax -> "%s (%s)".formatted(TransferSyntax.of(syntax).name(), syntax))
                    .collect(Collectors.joining(" or ")),
                accept));
  }

  private static Optional<ServedFile> file(ServedInstance instance, Predicate<String> syntax) {
    return instance.files().stream()
        .filter(file -> syntax.test(file.transferSyntaxUid()))
        .findFirst();
  }

  private static boolean isInParts(MediaRange range, String syntax) {
    return range.includesParts(MediaTypes.DICOM, syntax) || range.type().equals("*/*");
  }

  private static boolean isWhole(MediaRange range, String syntax) {
    return range.includes(MediaTypes.DICOM) && range.includesSyntax(syntax);
  }
}
