package org.dicomgateway.spoke.forward;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.dicomgateway.spoke.destination.Timeline;
import org.dicomgateway.spoke.destination.Urgency;

/**
 * Where something urgent came lately more of it is expected; the background is always overtaken.
 * Guarded by the gate's lock.
 */
final class Overtaking {
  /** How long after something urgent more of it is expected: a study goes on. */
  private static final Duration EXPECTED = Duration.ofMinutes(10);

  /** Likewise after something live: a hospital that examines so does it every week. */
  private static final Duration LIVE_EXPECTED = Duration.ofDays(8);

  private final Timeline time;
  private final Map<Precedence, Long> came = new HashMap<>();

  Overtaking(Timeline time) {
    this.time = time;
  }

  void came(Precedence precedence, Duration ago) {
    came.put(precedence, time.nanos() - ago.toNanos());
  }

  /** Whether something that goes before it may come at any moment. */
  boolean isExpected(Precedence precedence) {
    long now = time.nanos();
    return precedence.urgency() == Urgency.BACKGROUND
        || came.entrySet().stream()
            .filter(last -> last.getKey().isBefore(precedence))
            .anyMatch(last -> now - last.getValue() < expected(last.getKey()).toNanos());
  }

  private static Duration expected(Precedence precedence) {
    return precedence.live() ? LIVE_EXPECTED : EXPECTED;
  }
}
