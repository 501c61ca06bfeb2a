package org.dicomgateway.spoke.prepare;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dicomgateway.codec.transcoding.FrameWorkers;
import org.dicomgateway.codec.transcoding.Transcoded;
import org.dicomgateway.codec.transcoding.Transcoder;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.spoke.change.ChangedFile;
import org.dicomgateway.spoke.change.Origin;
import org.dicomgateway.spoke.forward.Held;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpooledInstance;

/**
 * Changes and transcodes instances of the spool. All share as many threads as there are cores
 * beside the one that receives and sends, of the lowest priority; so the frames of a clip are coded
 * at the same time on cores that no other instance takes. Thread-safe.
 */
final class Coder implements AutoCloseable {
  static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

  private final Spool spool;
  private final String site;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS,
          Thread.ofPlatform().name("coder-", 1).daemon().priority(Thread.MIN_PRIORITY).factory());
  private final Transcoder transcoder = new Transcoder(new FrameWorkers(threads, THREADS + 1));

  /**
   * @param site named as the system that changes attributes
   */
  Coder(Spool spool, String site) {
    this.spool = spool;
    this.site = site;
  }

  /**
   * Compresses an instance as it was received.
   *
   * @param target where to write; there is nothing after a failure
   * @throws org.dicomgateway.codec.transcoding.NotTranscodedException if it had better go as it is
   */
  Transcoded transcode(String id, Path target) throws IOException {
    SpooledInstance instance = spool.read(id);
    Part10.Reading reading = read(() -> spool.open(instance));
    return transcoder.transcode(
        reading, BulkDataSource.of(spool.file(id)), instance.length(), instance.sha256(), target);
  }

  /** Likewise a file with changed attributes. */
  Transcoded transcode(Path file, ChangedFile changed, Path target) throws IOException {
    Part10.Reading reading = read(() -> Files.newInputStream(file));
    return transcoder.transcode(
        reading, BulkDataSource.of(file), changed.length(), changed.sha256(), target);
  }

  /** One at a time, for a data set may take a good part of the memory. */
  private synchronized Part10.Reading read(ChangedFile.Source source) throws IOException {
    try (InputStream file = new BufferedInputStream(source.open(), 1 << 16)) {
      return Part10.readLeniently(file, ReadOptions.WHOLE);
    }
  }

  /**
   * Writes an instance with changed attributes.
   *
   * @return empty if nothing of it has to be changed
   * @throws org.dicomgateway.spoke.change.UnchangeableException if it cannot be changed
   */
  synchronized Optional<ChangedFile> change(Held held, Path target) throws IOException {
    SpooledInstance instance = spool.read(held.id());
    Origin origin =
        held.origin()
            .orElseGet(() -> new Origin(instance.sender().callingAet(), instance.receivedAt()));
    return ChangedFile.write(
        () -> spool.open(instance),
        BulkDataSource.of(spool.file(held.id())),
        held.changes(),
        origin.changedBy(site),
        target);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
