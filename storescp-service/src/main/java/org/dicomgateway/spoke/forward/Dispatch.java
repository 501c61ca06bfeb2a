package org.dicomgateway.spoke.forward;

/**
 * What was decided of an instance that is sent.
 *
 * @param reason why, for whoever asks later
 */
public record Dispatch(
    String destination, Urgency urgency, Compressing compressing, String reason) {
  /** Whether native images may be compressed without loss before they go. */
  public enum Compressing {
    ALLOWED,
    NOT_ALLOWED
  }
}
