package org.dicomgateway.samples.badline;

import java.util.concurrent.locks.LockSupport;

/** The time since a box was opened, in nanoseconds. Thread-safe. */
final class LineClock {
  private final long opened = System.nanoTime();

  long now() {
    return System.nanoTime() - opened;
  }

  void sleepUntil(long nanos) throws InterruptedException {
    for (long left = nanos - now(); left > 0; left = nanos - now()) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }
}
