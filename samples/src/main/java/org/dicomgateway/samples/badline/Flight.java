package org.dicomgateway.samples.badline;

import java.util.SplittableRandom;

/** When that arrives which one connection sends in one direction. For one thread. */
final class Flight {
  private final LineQuality quality;
  private final SplittableRandom random;
  private long last;

  Flight(LineQuality quality, long seed) {
    this.quality = quality;
    this.random = new SplittableRandom(seed);
  }

  /**
   * Lets bytes fly.
   *
   * @param left when the last of them left, in nanoseconds
   * @return when they arrive, never before those that left earlier
   */
  long arrival(long left, int bytes) {
    long late = Math.round(quality.jitter().toNanos() * random.nextDouble());
    long arrival = left + quality.delay().toNanos() + late;
    if (random.nextDouble() < stalling(bytes)) {
      arrival += quality.retransmission().toNanos();
    }
    last = Math.max(last, arrival);
    return last;
  }

  /** How likely it is that one of their segments is lost. */
  private double stalling(int bytes) {
    int segments = Math.ceilDiv(bytes, LineQuality.SEGMENT);
    return 1 - Math.pow(1 - quality.stallPercent() / 100, segments);
  }
}
