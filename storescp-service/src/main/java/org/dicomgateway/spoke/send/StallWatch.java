package org.dicomgateway.spoke.send;

import java.time.Duration;
import org.dicomgateway.dimse.association.Association;

/** Ends an association whose peer takes nothing any more: writing has no timeout of its own. */
final class StallWatch implements AutoCloseable {
  private static final int LOOKS = 6;

  private final Association association;
  private final Duration patience;
  private final Thread thread;
  private volatile long moved = System.nanoTime();

  StallWatch(Association association, Duration patience) {
    this.association = association;
    this.patience = patience;
    this.thread = Thread.ofVirtual().name("stall-watch").start(this::watch);
  }

  /** Something went, or came. */
  void moved() {
    moved = System.nanoTime();
  }

  private void watch() {
    try {
      while (System.nanoTime() - moved < patience.toNanos()) {
        Thread.sleep(patience.dividedBy(LOOKS));
      }
      association.abort();
    } catch (InterruptedException e) {
      // All is well: it was closed.
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
