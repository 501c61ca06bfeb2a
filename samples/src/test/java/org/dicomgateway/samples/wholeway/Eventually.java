package org.dicomgateway.samples.wholeway;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** Waits for what is bound to happen. */
final class Eventually {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private Eventually() {}

  /** Returns when the condition holds. */
  static void isTrue(String what, Callable<Boolean> condition) throws Exception {
    if (!comesTrue(condition)) {
      throw new AssertionError("within " + PATIENCE.toSeconds() + " s it was not so that " + what);
    }
  }

  /** Returns when the condition holds, or when there is no more patience. */
  static boolean comesTrue(Callable<Boolean> condition) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!holds(condition)) {
      if (Instant.now().isAfter(end)) {
        return false;
      }
      Thread.sleep(PAUSE);
    }
    return true;
  }

  /** A service that has just been killed answers nothing. */
  private static boolean holds(Callable<Boolean> condition) throws Exception {
    try {
      return condition.call();
    } catch (IOException e) {
      return false;
    }
  }
}
