package org.dicomgateway.spoke.destination;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;

/** Time that stands until it is moved; who waits alone is where it wanted to be at once. */
public final class ManualTime implements Timeline {
  private final Instant began;
  private long nanos;

  public ManualTime(Instant began) {
    this.began = began;
  }

  public synchronized void pass(Duration duration) {
    nanos += duration.toNanos();
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public Instant now() {
    return began.plusNanos(nanos());
  }

  @Override
  public void await(Condition condition, long nanos) {
    pass(Duration.ofNanos(nanos));
  }

  @Override
  public void sleep(Duration duration) {
    pass(duration);
  }
}
