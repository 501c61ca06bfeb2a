package org.dicomgateway.spoke.prepare;

import java.time.Duration;

/**
 * Whether an instance is at the hub sooner if it waits for the coder.
 *
 * <p>Of n bytes, on a line of L bytes/s, with a coder that takes C bytes/s (of all workers, proof
 * included) and leaves the part r of them: as it was received it takes n/L, prepared n/C + r·n/L.
 * So waiting pays while
 *
 * <pre>C · (1 − r) &gt; L</pre>
 *
 * <p>C and r are averages of what was coded lately. As long as waiting does not pay they are not
 * measured either, so once a minute an instance is tried. Thread-safe.
 */
final class Gain {
  private static final double FIRST_RATE = 20e6;
  private static final double FIRST_RATIO = 0.5;

  /** The first tell of a JVM that has not compiled the coder yet. */
  private static final int WARM_UP = 8;

  private static final double WEIGHT = 0.1;
  private static final long STALE = Duration.ofMinutes(1).toNanos();

  private final int workers;
  private double rate = FIRST_RATE;
  private double ratio = FIRST_RATIO;
  private int measurements;
  private long lastTry = System.nanoTime();

  Gain(int workers) {
    this.workers = workers;
  }

  /**
   * Counts an instance.
   *
   * @param received its bytes
   * @param prepared what was left of them
   * @param nanos time of one worker
   */
  synchronized void measured(long received, long prepared, long nanos) {
    lastTry = System.nanoTime();
    ratio += WEIGHT * ((double) prepared / received - ratio);
    if (++measurements > WARM_UP) {
      rate += WEIGHT * (received * 1e9 / Math.max(1, nanos) - rate);
    }
  }

  /**
   * @param line bytes/s
   */
  synchronized boolean isExpected(long line) {
    return bytesPerSecond() * (1 - ratio) > line;
  }

  /** Whether to try again what did not pay; true once, then not for a while. */
  synchronized boolean isToBeTried() {
    long now = System.nanoTime();
    if (now - lastTry < STALE) {
      return false;
    }
    lastTry = now;
    return true;
  }

  /** What the coder takes, all workers together. */
  synchronized double bytesPerSecond() {
    return rate * workers;
  }
}
