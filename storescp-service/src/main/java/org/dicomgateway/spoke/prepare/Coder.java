package org.dicomgateway.spoke.prepare;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dicomgateway.codec.transcoding.FrameWorkers;
import org.dicomgateway.codec.transcoding.Transcoded;
import org.dicomgateway.codec.transcoding.Transcoder;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpooledInstance;

/**
 * Transcodes instances of the spool. All share as many threads as there are cores beside the one
 * that receives and sends, of the lowest priority; so the frames of a clip are coded at the same
 * time on cores that no other instance takes. Thread-safe.
 */
final class Coder implements AutoCloseable {
  static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

  private final Spool spool;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS,
          Thread.ofPlatform().name("coder-", 1).daemon().priority(Thread.MIN_PRIORITY).factory());
  private final Transcoder transcoder = new Transcoder(new FrameWorkers(threads, THREADS + 1));

  Coder(Spool spool) {
    this.spool = spool;
  }

  /**
   * @param part where to write; there is nothing after a failure
   * @throws org.dicomgateway.codec.transcoding.NotTranscodedException if it had better go as it is
   */
  Transcoded transcode(String id, PreparedFolder folder) throws IOException {
    SpooledInstance instance = spool.read(id);
    return transcoder.transcode(
        read(instance),
        BulkDataSource.of(spool.file(id)),
        instance.length(),
        instance.sha256(),
        folder.part(id));
  }

  /** One at a time, for a data set may take a good part of the memory. */
  private synchronized Part10.Reading read(SpooledInstance instance) throws IOException {
    try (InputStream file = new BufferedInputStream(spool.open(instance), 1 << 16)) {
      return Part10.readLeniently(file, ReadOptions.WHOLE);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
