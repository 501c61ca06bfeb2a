package org.dicomgateway.spoke.forward;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dicomgateway.spoke.spool.Space;
import org.dicomgateway.spoke.spool.Spool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes delivered instances: those older than the retention time, and the oldest of the others
 * while room is running out. Nothing without the hub's receipt is ever deleted.
 */
final class Retention {
  private static final Logger log = LoggerFactory.getLogger(Retention.class);
  private static final int BATCH = 100;

  /** Of those that could stay if there were room, no more than has to be. */
  private static final int FEW = 5;

  private final Spool spool;
  private final Queue queue;
  private final Duration keep;

  /**
   * @param keep how long a delivered instance stays; longer costs room, shorter leaves less to send
   *     again should the hub lose it
   */
  Retention(Spool spool, Queue queue, Duration keep) {
    this.spool = spool;
    this.queue = queue;
    this.keep = keep;
  }

  /**
   * Deletes what may go.
   *
   * @return how many instances went
   */
  int sweep(Instant now) throws IOException {
    int old = 0;
    int early = 0;
    int gone;
    while ((gone = remove(queue.deliveredBefore(now.minus(keep), BATCH))) > 0) {
      old += gone;
    }
    while (spool.space().level() != Space.Level.AMPLE
        && (gone = remove(queue.deliveredBefore(now, FEW))) > 0) {
      early += gone;
    }
    if (old + early > 0) {
      log.info(
          "deleted {} delivered instances older than {} days, and {} younger ones for room",
          old,
          keep.toDays(),
          early);
    }
    return old + early;
  }

  /** The file first: an instance that is forgotten but there would be sent again. */
  private int remove(List<String> ids) throws IOException {
    for (String id : ids) {
      spool.remove(id);
    }
    queue.forget(ids);
    return ids.size();
  }
}
