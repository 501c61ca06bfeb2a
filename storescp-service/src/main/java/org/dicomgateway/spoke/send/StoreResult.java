package org.dicomgateway.spoke.send;

import org.dicomgateway.dimse.service.Status;

/** What a status of C-STORE (PS3.4 §B.2.3), or a failure reason of STOW-RS, means for a sender. */
enum StoreResult {
  TAKEN,
  /** With a warning, or because it had it. */
  TAKEN_WITH_NOTE,
  /** No room there: nothing can be stored now. */
  FULL,
  /** We may not store there. */
  NOT_ALLOWED,
  /** A failure that the standard does not explain; it may pass. */
  UNCLEAR,
  /** The same bytes will never be taken. */
  NEVER;

  static StoreResult of(Status status) {
    return switch (status.category()) {
      case SUCCESS -> TAKEN;
      case WARNING -> TAKEN_WITH_NOTE;
      case CANCEL, PENDING -> UNCLEAR;
      case FAILURE -> ofFailure(status.code());
    };
  }

  private static StoreResult ofFailure(int code) {
    if (code >> 8 == 0xA7) {
      return FULL;
    }
    if (code >> 8 == 0xA9 || code >> 12 == 0xC) {
      return NEVER;
    }
    return switch (code) {
      case 0x0111 -> TAKEN_WITH_NOTE; // duplicate SOP instance
      case 0x0213 -> FULL; // resource limitation
      case 0x0124 -> NOT_ALLOWED;
      case 0x0105, 0x0106, 0x0115, 0x0117, 0x0118, 0x0119 -> NEVER;
      case 0x0120, 0x0121, 0x0122, 0x0211, 0x0212 -> NEVER;
      default -> UNCLEAR;
    };
  }

  /** What is to be said of an instance with such a status. */
  static String text(Status status, String comment) {
    return comment.isBlank() ? status.toString() : "%s: %s".formatted(status, comment.strip());
  }
}
