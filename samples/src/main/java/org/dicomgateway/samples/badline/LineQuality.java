package org.dicomgateway.samples.badline;

import java.time.Duration;

/**
 * How bad a line is, alike in both directions.
 *
 * @param kilobitsPerSecond 1000 bits each; 0 for no limit
 * @param delay one way; a round trip takes twice as long
 * @param jitter up to this much more than the delay, by chance; order is kept
 * @param stallPercent of the segments are lost at first: they and all behind them on their
 *     connection come a retransmission later
 * @param retransmission how long that takes
 * @param up how long the line works between outages
 * @param down how long nothing passes then; zero for no outages
 * @param seed of all that is left to chance
 */
public record LineQuality(
    long kilobitsPerSecond,
    Duration delay,
    Duration jitter,
    double stallPercent,
    Duration retransmission,
    Duration up,
    Duration down,
    long seed) {
  /** What TCP sends in one segment where frames are of 1500 bytes, with time stamps. */
  static final int SEGMENT = 1448;

  /** The shortest time after which Linux sends again what nobody acknowledged. */
  private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(200);

  private static final int MOST_IN_FLIGHT = 4 << 20;

  /** As good as this machine. */
  public static final LineQuality PERFECT =
      new LineQuality(
          0, Duration.ZERO, Duration.ZERO, 0, SHORTEST_TIMEOUT, Duration.ZERO, Duration.ZERO, 1);

  public LineQuality {
    if (kilobitsPerSecond < 0 || delay.isNegative() || jitter.isNegative()) {
      throw new IllegalArgumentException("rate, delay and jitter of a line are 0 or more");
    }
    if (stallPercent < 0 || stallPercent >= 100 || retransmission.isNegative()) {
      throw new IllegalArgumentException("stalls: 0 to less than 100 percent, for 0 s or more");
    }
    if (up.isNegative() || down.isNegative() || (down.isPositive() && !up.isPositive())) {
      throw new IllegalArgumentException("between outages the line is up for more than 0 s");
    }
  }

  public LineQuality rate(long kilobits) {
    return new LineQuality(kilobits, delay, jitter, stallPercent, retransmission, up, down, seed);
  }

  /** Also sets the time of a retransmission: a round trip, 200 ms at least. */
  public LineQuality delay(Duration oneWay) {
    Duration roundTrip = oneWay.multipliedBy(2);
    Duration again = roundTrip.compareTo(SHORTEST_TIMEOUT) > 0 ? roundTrip : SHORTEST_TIMEOUT;
    return new LineQuality(kilobitsPerSecond, oneWay, jitter, stallPercent, again, up, down, seed);
  }

  public LineQuality jitter(Duration most) {
    return new LineQuality(
        kilobitsPerSecond, delay, most, stallPercent, retransmission, up, down, seed);
  }

  public LineQuality stalls(double percent) {
    return new LineQuality(
        kilobitsPerSecond, delay, jitter, percent, retransmission, up, down, seed);
  }

  public LineQuality outages(Duration between, Duration length) {
    return new LineQuality(
        kilobitsPerSecond, delay, jitter, stallPercent, retransmission, between, length, seed);
  }

  public LineQuality seed(long number) {
    return new LineQuality(
        kilobitsPerSecond, delay, jitter, stallPercent, retransmission, up, down, number);
  }

  /** How long the line is busy with so many bytes, in nanoseconds. */
  long nanos(long bytes) {
    return kilobitsPerSecond == 0 ? 0 : bytes * 8_000_000 / kilobitsPerSecond;
  }

  /** The first moment from one on at which the line is not down; both since the box was opened. */
  long whenUp(long nanos) {
    if (!down.isPositive()) {
      return nanos;
    }
    long cycle = up.plus(down).toNanos();
    boolean isUp = Math.floorMod(nanos, cycle) < up.toNanos();
    return isUp ? nanos : (Math.floorDiv(nanos, cycle) + 1) * cycle;
  }

  /** Bytes read at once: as much as passes in 5 ms, one segment at least. */
  int piece() {
    long passing = kilobitsPerSecond == 0 ? Long.MAX_VALUE : kilobitsPerSecond * 5 / 8;
    return (int) Math.clamp(passing, SEGMENT, 1 << 16);
  }

  /**
   * Bytes of one connection that may be on their way without an acknowledgement: twice what the
   * line holds in a round trip, as receivers grant it that fit their window to the line.
   */
  int window() {
    long roundTrip = delay.multipliedBy(2).toNanos();
    long held = kilobitsPerSecond == 0 ? MOST_IN_FLIGHT : kilobitsPerSecond * roundTrip / 8_000_000;
    return (int) Math.clamp(2 * held, 1 << 16, MOST_IN_FLIGHT);
  }
}
