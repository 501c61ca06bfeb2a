package org.dicomgateway.spoke.destination;

import java.util.Optional;
import org.dicomgateway.spoke.change.AttributeChanges;
import org.dicomgateway.spoke.change.Origin;

/**
 * What was decided of an instance that is sent, the same for all destinations.
 *
 * @param changes of its attributes; it must not leave without them
 * @param origin of what is changed; empty if nothing is, or if that was decided before it was kept:
 *     then it is the instance's own receipt
 * @param reason why, for whoever asks later
 */
public record Dispatch(
    Urgency urgency,
    Compressing compressing,
    AttributeChanges changes,
    Optional<Origin> origin,
    String reason) {
  public Dispatch {
    origin = origin == null ? Optional.empty() : origin;
  }

  public Dispatch(
      Urgency urgency, Compressing compressing, AttributeChanges changes, String reason) {
    this(urgency, compressing, changes, Optional.empty(), reason);
  }

  /** Of an instance that goes as it was received. */
  public Dispatch(Urgency urgency, Compressing compressing, String reason) {
    this(urgency, compressing, AttributeChanges.NONE, reason);
  }

  /** Whether native images may be compressed without loss before they go. */
  public enum Compressing {
    ALLOWED,
    NOT_ALLOWED
  }

  /** The same, as urgent as this. */
  public Dispatch as(Urgency other) {
    return new Dispatch(other, compressing, changes, origin, reason);
  }

  /** The same, for another reason. */
  public Dispatch because(String why) {
    return new Dispatch(urgency, compressing, changes, origin, why);
  }

  /** The same, of what came from there. */
  public Dispatch from(Origin first) {
    return new Dispatch(urgency, compressing, changes, Optional.of(first), reason);
  }
}
