package org.dicomgateway.spoke.destination;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;

/** Time that goes faster: who waits an hour is back in a moment, and an hour has passed. */
public record FastTime(double speed, long start, Instant began) implements Timeline {
  public FastTime(double speed) {
    this(speed, System.nanoTime(), Instant.now());
  }

  @Override
  public long nanos() {
    return (long) ((System.nanoTime() - start) * speed);
  }

  @Override
  public Instant now() {
    return began.plusNanos(nanos());
  }

  @Override
  public void await(Condition condition, long nanos) throws InterruptedException {
    condition.awaitNanos(Math.max(1, (long) (nanos / speed)));
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    Thread.sleep(Duration.ofNanos((long) (duration.toNanos() / speed)));
  }
}
