package org.dicomgateway.spoke.send;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.spoke.change.ChangedFile;
import org.dicomgateway.spoke.change.Origin;
import org.dicomgateway.spoke.change.UnchangeableException;
import org.dicomgateway.spoke.spool.DamagedFileException;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpooledInstance;

/**
 * Instances as they leave: with the changes that routes want, which are made in files of their own
 * while they are sent. Thread-safe.
 */
final class Contents {
  private final Spool spool;
  private final Path folder;
  private final String system;

  /**
   * @param folder for changed files; emptied now
   * @param system who changes, as the changed attributes will say
   * @throws IOException if the folder cannot be used
   */
  Contents(Spool spool, Path folder, String system) throws IOException {
    this.spool = spool;
    this.folder = Files.createDirectories(folder);
    this.system = system;
    try (var left = Files.list(folder)) {
      for (Path file : left.toList()) {
        Files.delete(file);
      }
    }
  }

  /**
   * An instance as it leaves.
   *
   * @throws UnreadableException if it cannot be read, or not be changed, whenever it is tried
   * @throws IOException if the disk fails
   */
  Leaving leaving(Waiting waiting) throws IOException {
    try {
      SpooledInstance instance = spool.read(waiting.id());
      Leaving received =
          new Leaving(instance, () -> spool.open(instance), instance.length(), Optional.empty());
      return waiting.changes().isEmpty() ? received : changed(received, waiting);
    } catch (UnchangeableException e) {
      throw new UnreadableException(e.getMessage(), e);
    } catch (DamagedFileException | NoSuchFileException e) {
      throw new UnreadableException("it cannot be read from the spool: " + e.getMessage(), e);
    }
  }

  /** The same each time it is sent, so that a destination that has it can see so. */
  private Leaving changed(Leaving received, Waiting waiting) throws IOException {
    SpooledInstance instance = received.instance();
    Path target = folder.resolve(instance.id() + ".dcm");
    Origin origin =
        waiting
            .origin()
            .orElseGet(() -> new Origin(instance.sender().callingAet(), instance.receivedAt()));
    return ChangedFile.write(
            received.file(),
            BulkDataSource.of(spool.file(instance.id())),
            waiting.changes(),
            origin.changedBy(system),
            target)
        .map(
            written ->
                new Leaving(
                    instance,
                    () -> Files.newInputStream(target),
                    written.length(),
                    Optional.of(target)))
        .orElse(received);
  }
}
