package org.dicomgateway.spoke.destination;

import org.dicomgateway.spoke.change.AttributeChanges;

/**
 * What was decided of an instance that is sent, the same for all destinations.
 *
 * @param changes of its attributes; it must not leave without them
 * @param reason why, for whoever asks later
 */
public record Dispatch(
    Urgency urgency, Compressing compressing, AttributeChanges changes, String reason) {
  /** Of an instance that goes as it was received. */
  public Dispatch(Urgency urgency, Compressing compressing, String reason) {
    this(urgency, compressing, AttributeChanges.NONE, reason);
  }

  /** Whether native images may be compressed without loss before they go. */
  public enum Compressing {
    ALLOWED,
    NOT_ALLOWED
  }
}
