package org.dicomgateway.samples.ordeal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Waits until all is at the hub. */
final class Delivered {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  private Delivered() {}

  /**
   * Returns when the hub shows so many instances, or when for a while no more have come.
   *
   * @param patience how long that is
   */
  static void await(HubContents hub, int wanted, Duration patience) throws InterruptedException {
    Instant changed = Instant.now();
    int last = -1;
    while (last < wanted && changed.plus(patience).isAfter(Instant.now())) {
      int now = count(hub, last);
      if (now != last) {
        changed = Instant.now();
        last = now;
      } else {
        Thread.sleep(LOOK_AGAIN);
      }
    }
  }

  /** A hub that is about to start answers nothing. */
  private static int count(HubContents hub, int last) throws InterruptedException {
    try {
      return hub.count();
    } catch (IOException e) {
      return last;
    }
  }
}
