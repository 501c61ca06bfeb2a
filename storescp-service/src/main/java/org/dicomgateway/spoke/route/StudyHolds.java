package org.dicomgateway.spoke.route;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.dicomgateway.storage.DurableFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which studies people hold back: in a file of its own, for no database may be lost with what a
 * person wants. Thread-safe.
 */
public final class StudyHolds {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final Map<String, StudyHold> byStudy = new ConcurrentSkipListMap<>();

  private StudyHolds(Path file) {
    this.file = file;
  }

  /**
   * Takes up what is held.
   *
   * @param file there is none as long as nothing was ever held
   * @throws IOException if it cannot be read: what is held must not be sent for that
   */
  public static StudyHolds open(Path file) throws IOException {
    StudyHolds holds = new StudyHolds(file);
    if (Files.exists(file)) {
      try {
        for (StudyHold hold : JSON.readValue(file.toFile(), StudyHold[].class)) {
          holds.byStudy.put(hold.studyInstanceUid(), hold);
        }
      } catch (JacksonException | NullPointerException e) {
        throw new IOException(
            "%s does not tell any more which studies are held back: put a copy of it back, or remove it, and none is; %s"
                .formatted(file, e.getMessage()),
            e);
      }
    }
    return holds;
  }

  Optional<StudyHold> of(String study) {
    return Optional.ofNullable(byStudy.get(study));
  }

  List<StudyHold> all() {
    return List.copyOf(byStudy.values());
  }

  /** Holds a study, for good when this returns. */
  synchronized void put(StudyHold hold) throws IOException {
    Map<String, StudyHold> changed = new TreeMap<>(byStudy);
    changed.put(hold.studyInstanceUid(), hold);
    write(changed);
    byStudy.put(hold.studyInstanceUid(), hold);
  }

  /** Holds it no longer; returns whether it was. */
  synchronized boolean remove(String study) throws IOException {
    Map<String, StudyHold> changed = new TreeMap<>(byStudy);
    if (changed.remove(study) == null) {
      return false;
    }
    write(changed);
    byStudy.remove(study);
    return true;
  }

  private void write(Map<String, StudyHold> holds) throws IOException {
    Path written = file.resolveSibling(file.getFileName() + ".new");
    Files.write(written, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(holds.values()));
    DurableFile.replace(written, file);
  }
}
