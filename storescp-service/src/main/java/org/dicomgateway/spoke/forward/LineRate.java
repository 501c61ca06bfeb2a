package org.dicomgateway.spoke.forward;

import java.time.Duration;

/**
 * How much is sent in one go: what the line carried lately, for a few seconds. Too much and a cut
 * costs much and others wait long; too little and every piece pays a round trip. Thread-safe.
 */
final class LineRate {
  static final long LEAST = 256 << 10;
  static final long MOST = 64 << 20;
  private static final double SECONDS = 4;

  /** The part of a new measurement in the average. */
  private static final double WEIGHT = 0.5;

  private double bytesPerSecond = 2 * LEAST;

  /** Counts a piece that arrived; small ones tell of the round trip, not of the line. */
  synchronized void measured(long bytes, Duration duration) {
    if (bytes >= LEAST / 4) {
      double seconds = Math.max(duration.toNanos(), 1000) / 1e9;
      bytesPerSecond += WEIGHT * (bytes / seconds - bytesPerSecond);
    }
  }

  synchronized long bytesPerSecond() {
    return (long) bytesPerSecond;
  }

  /** Bytes for one piece. */
  synchronized long piece() {
    return Math.clamp((long) (bytesPerSecond * SECONDS), LEAST, MOST);
  }
}
