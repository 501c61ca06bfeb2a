package org.dicomgateway.spoke.destination;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;

/** Time as the forwarder sees it. Thread-safe. */
public interface Timeline {
  /** Counts up from anywhere. */
  long nanos();

  Instant now();

  /** Waits on a condition, whose lock is held, for this long at most. */
  void await(Condition condition, long nanos) throws InterruptedException;

  void sleep(Duration duration) throws InterruptedException;

  /** As clocks on the wall go. */
  Timeline REAL =
      new Timeline() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public void await(Condition condition, long nanos) throws InterruptedException {
          condition.awaitNanos(nanos);
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
          Thread.sleep(duration);
        }
      };
}
