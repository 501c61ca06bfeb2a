package org.dicomgateway.spoke.destination;

import java.util.function.LongSupplier;

/** What the line carries now: bytes of the last seconds, the present one aside. Thread-safe. */
public final class Throughput {
  private static final int SECONDS = 10;

  private final LongSupplier nanoTime;
  private final long[] bytes = new long[SECONDS + 1];
  private long newest;

  public Throughput(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.newest = second();
  }

  private long second() {
    return Math.floorDiv(nanoTime.getAsLong(), 1_000_000_000L);
  }

  public synchronized void add(long count) {
    advance();
    bytes[Math.floorMod(newest, bytes.length)] += count;
  }

  /** 0 if nothing was sent within the last seconds. */
  public synchronized long bytesPerSecond() {
    advance();
    long sum = 0;
    int busy = 0;
    for (long second = newest - SECONDS; second < newest; second++) {
      long count = bytes[Math.floorMod(second, bytes.length)];
      sum += count;
      busy += count > 0 || busy > 0 ? 1 : 0;
    }
    return busy == 0 ? 0 : sum / busy;
  }

  private void advance() {
    long now = second();
    for (long second = Math.max(newest + 1, now - SECONDS); second <= now; second++) {
      bytes[Math.floorMod(second, bytes.length)] = 0;
    }
    newest = now;
  }
}
