package org.dicomgateway.hub.admin;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.dicomgateway.hub.index.Conflict;
import org.dicomgateway.hub.index.ConflictFilter;
import org.dicomgateway.hub.index.StudyPatient;
import org.dicomgateway.hub.index.Traces;
import org.dicomgateway.storage.ObjectStore;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/conflicts?study=&instance=}: what came under a name that something else had
 * before; {@code /api/conflicts/{instance}/{sha256}}: the bytes that are kept, a DICOM file.
 */
@RestController
final class ConflictController {
  private static final int MOST = 1000;
  private static final MediaType DICOM = MediaType.parseMediaType("application/dicom");

  /**
   * @param instances that also came with other bytes
   * @param patients of studies whose instances name more than one
   */
  record Conflicts(List<Conflict> instances, List<StudyPatient> patients) {}

  private final Traces traces;
  private final ObjectStore store;

  ConflictController(Traces traces, ObjectStore store) {
    this.traces = traces;
    this.store = store;
  }

  @GetMapping("/api/conflicts")
  Conflicts conflicts(
      @RequestParam(defaultValue = "") String study,
      @RequestParam(defaultValue = "") String instance) {
    return new Conflicts(
        traces.conflicts(new ConflictFilter(study, instance, ""), MOST),
        instance.isEmpty() ? traces.patientConflicts(study, MOST) : List.of());
  }

  @GetMapping("/api/conflicts/{instance}/{sha256}")
  ResponseEntity<InputStreamResource> file(
      @PathVariable String instance, @PathVariable String sha256) throws IOException {
    Conflict conflict =
        traces.conflicts(new ConflictFilter("", instance, sha256), 1).stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new NotHereException(
                        "no bytes of instance %s with sha256 %s are kept beside others"
                            .formatted(instance, sha256)));
    InputStream bytes = store.read(conflict.packKey(), conflict.offset(), conflict.length());
    return ResponseEntity.ok()
        .contentType(DICOM)
        .contentLength(conflict.length())
        .body(new InputStreamResource(bytes));
  }
}
