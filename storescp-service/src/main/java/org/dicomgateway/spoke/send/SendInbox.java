package org.dicomgateway.spoke.send;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.dicomgateway.spoke.database.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes instances behind the acknowledgement and queues them in batches. What is in it when the
 * process ends is found in the spool at the next start. Thread-safe.
 */
final class SendInbox {
  private static final Logger log = LoggerFactory.getLogger(SendInbox.class);

  /** When so many wait for the database, it is slower than the senders, and they wait. */
  private static final int CAPACITY = 10_000;

  private static final int BATCH = 500;
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final BlockingQueue<Accepted> arrivals = new ArrayBlockingQueue<>(CAPACITY);
  private final SendQueue queue;

  SendInbox(SendQueue queue) {
    this.queue = queue;
  }

  void put(Accepted accepted) throws InterruptedException {
    arrivals.put(accepted);
  }

  /** Queues the next instances; waits for one at least. */
  void enqueueNext() throws InterruptedException {
    List<Accepted> batch = new ArrayList<>();
    batch.add(arrivals.take());
    arrivals.drainTo(batch, BATCH - 1);
    while (true) {
      try {
        queue.add(batch);
        return;
      } catch (DatabaseException e) {
        log.error("{}; {} instances wait in the spool, trying again", e.getMessage(), batch.size());
        Thread.sleep(RETRY);
      }
    }
  }
}
