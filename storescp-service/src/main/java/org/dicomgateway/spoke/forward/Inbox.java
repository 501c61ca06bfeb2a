package org.dicomgateway.spoke.forward;

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
final class Inbox {
  private static final Logger log = LoggerFactory.getLogger(Inbox.class);

  /** When so many wait for the database, it is slower than the senders, and they wait. */
  private static final int CAPACITY = 10_000;

  private static final int BATCH = 500;

  private final BlockingQueue<Routed> arrivals = new ArrayBlockingQueue<>(CAPACITY);
  private final PackPlanner planner;

  Inbox(PackPlanner planner) {
    this.planner = planner;
  }

  void put(Routed routed) throws InterruptedException {
    arrivals.put(routed);
  }

  /** Queues the next instances; waits for one at least. */
  void enqueueNext() throws InterruptedException {
    List<Routed> batch = new ArrayList<>();
    batch.add(arrivals.take());
    arrivals.drainTo(batch, BATCH - 1);
    while (true) {
      try {
        planner.enqueue(batch);
        return;
      } catch (DatabaseException e) {
        log.error("{}; {} instances wait in the spool, trying again", e.getMessage(), batch.size());
        Thread.sleep(5_000);
      }
    }
  }
}
