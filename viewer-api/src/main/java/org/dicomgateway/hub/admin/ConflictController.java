package org.dicomgateway.hub.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.dicomgateway.hub.archive.Archive;
import org.dicomgateway.hub.index.Conflict;
import org.dicomgateway.hub.index.ConflictFilter;
import org.dicomgateway.hub.index.IndexedInstance;
import org.dicomgateway.hub.index.StudyPatient;
import org.dicomgateway.hub.index.Traces;
import org.dicomgateway.hub.reading.InstanceReader;
import org.dicomgateway.hub.reading.ServedFile;
import org.dicomgateway.pack.PackReader;
import org.dicomgateway.pack.PackedInstance;
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

  /**
   * @param instances that also came with other bytes
   * @param patients of studies whose instances name more than one
   */
  record Conflicts(List<Conflict> instances, List<StudyPatient> patients) {}

  private final Traces traces;
  private final Archive archive;
  private final InstanceReader reader;

  ConflictController(Traces traces, Archive archive, InstanceReader reader) {
    this.traces = traces;
    this.archive = archive;
    this.reader = reader;
  }

  @GetMapping("/api/conflicts")
  Conflicts conflicts(
      @RequestParam(defaultValue = "") String study,
      @RequestParam(defaultValue = "") String instance) {
    return new Conflicts(
        traces.conflicts(new ConflictFilter(study, instance, ""), MOST),
        instance.isEmpty() ? traces.patientConflicts(study, MOST) : List.of());
  }

  /** As it was received, also where it was transcoded on the way. */
  @GetMapping("/api/conflicts/{instance}/{sha256}")
  void file(
      @PathVariable String instance, @PathVariable String sha256, HttpServletResponse response)
      throws IOException {
    Conflict conflict =
        traces.conflicts(new ConflictFilter("", instance, sha256), 1).stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new NotHereException(
                        "no bytes of instance %s with sha256 %s are kept beside others"
                            .formatted(instance, sha256)));
    ServedFile file = reader.open(kept(conflict)).files().getFirst();
    response.setContentType("application/dicom; transfer-syntax=" + file.transferSyntaxUid());
    response.setContentLengthLong(file.length());
    file.body().writeTo(response.getOutputStream());
  }

  /** The index knows where it lies; what it is stands in its pack. */
  private IndexedInstance kept(Conflict conflict) throws IOException {
    PackReader pack = archive.open(conflict.packKey()).reader();
    List<PackedInstance> instances = pack.manifest().instances();
    int place = instances.stream().map(PackedInstance::offset).toList().indexOf(conflict.offset());
    if (place < 0) {
      throw new IOException("not in its pack: " + conflict.packKey());
    }
    PackedInstance packed = instances.get(place);
    return new IndexedInstance(
        conflict.site(),
        conflict.studyInstanceUid(),
        conflict.seriesInstanceUid(),
        conflict.sopInstanceUid(),
        packed.sopClassUid(),
        packed.transferSyntaxUid(),
        conflict.packKey(),
        packed.offset(),
        packed.length(),
        packed.sha256(),
        packed.receivedAs(),
        packed.frames(),
        pack.metadata().get(place));
  }
}
