package org.dicomgateway.spoke.destination;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures: anything up to a bound that doubles with each (full jitter), so
 * that a thousand spokes whose hub went down at the same time do not come back at the same time.
 * Thread-safe if the randomness is.
 */
public final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(500);
  public static final Duration LONGEST = Duration.ofSeconds(60);

  /** A hub, or a proxy before it, may ask for more patience than that, but not for any. */
  public static final Duration MOST_PATIENCE = Duration.ofMinutes(10);

  private final RandomGenerator random;

  public Backoff(RandomGenerator random) {
    this.random = random;
  }

  /**
   * A pause.
   *
   * @param failures in a row, from 1
   * @param asked what the other side asked for, at least; zero if it did not
   */
  public Duration pause(int failures, Duration asked) {
    long least = Math.min(asked.toMillis(), MOST_PATIENCE.toMillis());
    long bound = FIRST.toMillis() << Math.clamp(failures - 1L, 0, 20);
    long spread = Math.max(Math.min(bound, LONGEST.toMillis()), least);
    return Duration.ofMillis(least + random.nextLong(spread + 1));
  }
}
