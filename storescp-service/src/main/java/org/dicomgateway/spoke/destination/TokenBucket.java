package org.dicomgateway.spoke.destination;

/**
 * Holds a flow of bytes to a rate, in steps so small that it holds over a second as well as over an
 * hour. Not thread-safe.
 */
final class TokenBucket {
  /** Whoever is awoken too late may catch up: 2 % of ten seconds at most. */
  private static final double MOST_SECONDS = 0.2;

  private static final double LEAST_BYTES = 1024;
  private double bytesPerSecond;
  private double tokens;
  private long filled;

  TokenBucket(long now) {
    this.filled = now;
  }

  /** Lets time pass, at the rate that holds now. */
  void fill(double rate, long now) {
    if (rate != bytesPerSecond) {
      bytesPerSecond = rate;
      tokens = 0;
    } else {
      tokens = Math.min(most(), tokens + rate * (now - filled) / 1e9);
    }
    filled = now;
  }

  private double most() {
    return Math.max(LEAST_BYTES, bytesPerSecond * MOST_SECONDS);
  }

  /** How many of the bytes that are wanted may go now; 0 if none. */
  int available(int wanted) {
    return tokens >= Math.min(wanted, most()) ? (int) Math.min(wanted, tokens) : 0;
  }

  void take(int bytes) {
    tokens -= bytes;
  }

  /** Nanoseconds until so many may go, if nothing else does; the rate is not 0. */
  long nanosUntil(int wanted) {
    return (long) Math.ceil((Math.min(wanted, most()) - tokens) / bytesPerSecond * 1e9);
  }
}
