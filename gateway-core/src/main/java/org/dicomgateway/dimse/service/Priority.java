package org.dicomgateway.dimse.service;

/** How urgent a sender says its instance is (PS3.7 §9.3.1.1, Priority (0000,0700)). */
public enum Priority {
  MEDIUM,
  HIGH,
  LOW;

  /** What a command's value means; values that the standard does not know are MEDIUM. */
  static Priority of(int value) {
    return value >= 0 && value < values().length ? values()[value] : MEDIUM;
  }
}
