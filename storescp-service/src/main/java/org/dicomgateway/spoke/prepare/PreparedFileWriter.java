package org.dicomgateway.spoke.prepare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dicomgateway.codec.transcoding.NotTranscodedException;
import org.dicomgateway.codec.transcoding.Transcoded;
import org.dicomgateway.spoke.change.AttributeChanges;
import org.dicomgateway.spoke.change.ChangedFile;
import org.dicomgateway.spoke.destination.Dispatch;
import org.dicomgateway.spoke.forward.Held;
import org.dicomgateway.spoke.forward.PreparedFile;
import org.dicomgateway.spoke.forward.PreparedFile.Content;
import org.dicomgateway.spoke.forward.Preparedness;

/** Writes what goes in the place of a file that was received. Thread-safe. */
final class PreparedFileWriter {
  /** Less is not worth a file. */
  static final long SMALLEST = 16 << 10;

  private final PreparedFolder folder;
  private final Coder coder;
  private final Gain gain;
  private final PrepareMetrics metrics;
  private final BooleanSupplier worthIt;

  /**
   * @param worthIt whether to compress what is changed
   */
  PreparedFileWriter(
      PreparedFolder folder,
      Coder coder,
      Gain gain,
      PrepareMetrics metrics,
      BooleanSupplier worthIt) {
    this.folder = folder;
    this.coder = coder;
    this.gain = gain;
    this.metrics = metrics;
    this.worthIt = worthIt;
  }

  /**
   * Writes it unless it is there already.
   *
   * @return empty if it has to be written again: the disk did not keep it
   * @throws NotTranscodedException if it had better go as it was received
   * @throws org.dicomgateway.spoke.change.UnchangeableException if it cannot be changed
   */
  Optional<Preparedness> write(Held held) throws IOException {
    if (!held.changes().isEmpty()) {
      return change(held);
    }
    if (folder.get(held.id()).isEmpty()) {
      transcode(held);
    }
    return Optional.of(written(held).orElseGet(Preparedness.AsReceived::new));
  }

  private Optional<Preparedness> written(Held held) {
    return folder.get(held.id()).map(PreparedFile::preparedness);
  }

  /** Writes it as the rules want it, compressed too if that is worth it. */
  private Optional<Preparedness> change(Held held) throws IOException {
    if (folder
        .get(held.id())
        .filter(file -> file.content().changes().equals(held.changes()))
        .isEmpty()) {
      Path changed = folder.changed(held.id());
      Optional<ChangedFile> written = coder.change(held, changed);
      if (written.isEmpty()) {
        return Optional.of(new Preparedness.NothingToChange());
      }
      metrics.changed();
      folder.add(held.id(), compressed(held, changed, written.get()));
    }
    return written(held);
  }

  private Content compressed(Held held, Path file, ChangedFile changed) throws IOException {
    Path part = folder.part(held.id());
    if (held.compressing() == Dispatch.Compressing.ALLOWED
        && changed.length() >= SMALLEST
        && worthIt.getAsBoolean()) {
      try {
        Transcoded transcoded = coder.transcode(file, changed, part);
        Files.delete(file);
        return Content.of(transcoded, held.changes());
      } catch (NotTranscodedException e) {
        metrics.skipped(e.reason().name());
      }
    }
    Files.move(file, part, StandardCopyOption.REPLACE_EXISTING);
    return Content.of(changed, held.changes());
  }

  private void transcode(Held held) throws IOException {
    long start = System.nanoTime();
    try {
      Transcoded transcoded = coder.transcode(held.id(), folder.part(held.id()));
      folder.add(held.id(), Content.of(transcoded, AttributeChanges.NONE));
      metrics.prepared(held.length(), transcoded.length());
      gain.measured(held.length(), transcoded.length(), System.nanoTime() - start);
    } catch (NotTranscodedException e) {
      if (e.reason() == NotTranscodedException.Reason.NO_GAIN) {
        gain.measured(held.length(), held.length(), System.nanoTime() - start);
      }
      throw e;
    }
  }
}
