package org.dicomgateway.spoke.send;

import java.io.IOException;
import java.time.Duration;
import org.dicomgateway.spoke.destination.Health;

/** The destination takes nothing now; everything waits. */
final class Unavailable extends IOException {
  private final Health.State state;
  private final Duration retryAfter;

  private Unavailable(Health.State state, String reason, Duration retryAfter, Throwable cause) {
    super(reason, cause);
    this.state = state;
    this.retryAfter = retryAfter;
  }

  /** It cannot be reached, or says later. */
  static Unavailable down(String reason, Throwable cause) {
    return new Unavailable(Health.State.DOWN, reason, Duration.ZERO, cause);
  }

  /**
   * It says later.
   *
   * @param retryAfter how long it asked to wait (RFC 9110 §10.2.3); zero if it did not
   */
  static Unavailable later(String reason, Duration retryAfter) {
    return new Unavailable(Health.State.DOWN, reason, retryAfter, null);
  }

  /** It does not accept us: a person has to see to it. */
  static Unavailable refused(String reason, Throwable cause) {
    return new Unavailable(Health.State.REFUSED, reason, Duration.ZERO, cause);
  }

  /** DOWN or REFUSED. */
  Health.State state() {
    return state;
  }

  Duration retryAfter() {
    return retryAfter;
  }
}
