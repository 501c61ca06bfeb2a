package org.dicomgateway.spoke.destination;

import java.time.Instant;

/**
 * Whether a destination can be reached.
 *
 * @param since when the state began
 * @param reason why nothing is sent; empty while it is up
 */
public record Health(State state, Instant since, String reason) {
  /** What keeps a destination from being sent to, if anything does. */
  public enum State {
    /** The last request was answered, or none was made yet. */
    UP,
    /** No answer, or one that says later: tried again for ever. */
    DOWN,
    /** It does not accept us, by token, password, certificate or AE title: a person has to see. */
    REFUSED,
    /** A person has stopped the sending. */
    PAUSED
  }
}
