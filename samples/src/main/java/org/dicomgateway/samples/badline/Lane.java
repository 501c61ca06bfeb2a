package org.dicomgateway.samples.badline;

/** One direction of a line, which all connections share. Thread-safe. */
final class Lane {
  /**
   * How far a sender that is awoken late may catch up. Threads sleep too long by chance; without
   * this each time would take away from the rate. The lane gives at most this much more than its
   * rate allows, once.
   */
  static final long CATCH_UP_NANOS = 20_000_000;

  private final LineQuality quality;
  private long free;

  Lane(LineQuality quality) {
    this.quality = quality;
  }

  /**
   * Sends bytes behind all that was sent before.
   *
   * @param now nanoseconds since the box was opened
   * @return when the last of them has left
   */
  synchronized long send(long now, int bytes) {
    long start = quality.whenUp(Math.max(free, now - CATCH_UP_NANOS));
    free = start + quality.nanos(bytes);
    return free;
  }
}
