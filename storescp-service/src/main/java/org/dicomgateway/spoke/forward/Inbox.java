package org.dicomgateway.spoke.forward;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.dicomgateway.spoke.database.DatabaseException;
import org.dicomgateway.spoke.spool.Spool;
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
  private final Spool spool;
  private final Queue queue;
  private final PackPlanner planner;

  Inbox(Spool spool, Queue queue, PackPlanner planner) {
    this.spool = spool;
    this.queue = queue;
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
    List<Routed> fresh = batch.stream().filter(routed -> !isRepeated(routed)).toList();
    while (true) {
      try {
        planner.enqueue(fresh);
        return;
      } catch (DatabaseException e) {
        log.error("{}; {} instances wait in the spool, trying again", e.getMessage(), fresh.size());
        Thread.sleep(5_000);
      }
    }
  }

  /**
   * The same bytes sent again while the first are on their way: one copy is enough. Once the first
   * are delivered they are sent again, because only the hub knows whether it still has them.
   */
  private boolean isRepeated(Routed routed) {
    try {
      if (!queue.isOnItsWay(routed)) {
        return false;
      }
      spool.remove(routed.instance().id());
      log.debug("instance {} came again", routed.instance().identity().sopInstanceUid());
      return true;
    } catch (IOException | DatabaseException e) {
      log.warn("instance {} is kept twice: {}", routed.instance().id(), e.getMessage());
      return false;
    }
  }
}
