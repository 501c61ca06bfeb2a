package org.dicomgateway.spoke.forward;

import java.time.Duration;

/**
 * What the line carries, and what follows from it. Bytes on their way, sent and not yet confirmed,
 * are held to what the line carries in a round trip and half a second: fewer leave it idle, more
 * lie in its buffers, where nothing can overtake them. Measured with what was on its way, so a line
 * that carries more is found out step by step. Thread-safe.
 */
final class LineRate {
  /** A pack of so few bytes pays more for itself than for them. */
  static final long LEAST_PACK = 256 << 10;

  static final long MOST_PACK = 64 << 20;
  static final long LEAST_WINDOW = 64 << 10;
  static final long MOST_WINDOW = 16 << 20;
  private static final double PACK_SECONDS = 2;
  private static final double AHEAD_SECONDS = 0.5;

  /** A hub that takes longer for an answer leaves the line idle meanwhile. */
  private static final double SHORT_AHEAD_SECONDS = 0.12;

  /** One pack alone waits a round trip after each piece: longer pieces, a smaller part of it. */
  private static final double ROUND_TRIPS_ALONE = 6;

  private static final double LONGEST_ALONE_SECONDS = 1.5;

  /** The part of a new measurement in the average. */
  private static final double WEIGHT = 0.5;

  private double bytesPerSecond = 512 << 10;
  private double roundTrip = 0.1;

  /**
   * Counts what arrived.
   *
   * @param asMuch whether as much was sent as the line was believed to carry; else it may carry
   *     more
   */
  synchronized void measured(long bytes, Duration duration, boolean asMuch) {
    double measured = bytes / seconds(duration);
    if (asMuch || measured > bytesPerSecond) {
      bytesPerSecond += WEIGHT * (measured - bytesPerSecond);
    }
  }

  /** How long a request without bytes took on a line that stood. */
  synchronized void roundTrip(Duration duration) {
    roundTrip = Math.min(seconds(duration), 2);
  }

  private static double seconds(Duration duration) {
    return Math.max(duration.toNanos(), 1000) / 1e9;
  }

  synchronized long bytesPerSecond() {
    return (long) bytesPerSecond;
  }

  /** Bytes that may be on their way. */
  synchronized long window() {
    return bounded(roundTrip + AHEAD_SECONDS, LEAST_WINDOW, MOST_WINDOW);
  }

  /** Likewise where something that is more urgent may come at any moment. */
  synchronized long shortWindow() {
    return bounded(roundTrip + SHORT_AHEAD_SECONDS, LEAST_WINDOW, MOST_WINDOW);
  }

  /** Bytes of a piece that is on its way alone. */
  synchronized long pieceAlone() {
    double time = Math.clamp(ROUND_TRIPS_ALONE * roundTrip, AHEAD_SECONDS, LONGEST_ALONE_SECONDS);
    return bounded(time, LEAST_WINDOW, MOST_WINDOW);
  }

  /** Bytes of a study's first pack, which is waited for. */
  synchronized long firstPack() {
    return bounded(AHEAD_SECONDS, 0, MOST_PACK);
  }

  /** Bytes of a pack. */
  synchronized long pack() {
    return bounded(PACK_SECONDS, LEAST_PACK, MOST_PACK);
  }

  private long bounded(double time, long least, long most) {
    return Math.clamp((long) (bytesPerSecond * time), least, most);
  }
}
