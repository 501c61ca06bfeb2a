package org.dicomgateway.spoke.route;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.dicomgateway.spoke.spool.Space;
import org.dicomgateway.spoke.spool.Spool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what a rule drops, as late as what is delivered: when it is older than the retention
 * time, or when room is running out.
 */
public final class DroppedRetention implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DroppedRetention.class);
  private static final Duration EVERY = Duration.ofSeconds(30);

  private final Router router;
  private final Spool spool;
  private final Duration keep;
  private final Thread thread;

  private DroppedRetention(Router router, Spool spool, Duration keep) {
    this.router = router;
    this.spool = spool;
    this.keep = keep;
    this.thread = Thread.ofVirtual().name("dropped").start(this::sweep);
  }

  /** Sweeps until it is closed. */
  public static DroppedRetention start(Router router, Spool spool, Duration keep) {
    return new DroppedRetention(router, spool, keep);
  }

  private void sweep() {
    try {
      while (true) {
        Thread.sleep(EVERY);
        try {
          boolean ample = spool.space().level() == Space.Level.AMPLE;
          int gone = router.deleteDropped(ample ? Instant.now().minus(keep) : Instant.now());
          if (gone > 0) {
            log.info("deleted {} instances that a rule had dropped", gone);
          }
        } catch (IOException e) {
          log.warn("dropped instances stay: {}", e.getMessage());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
