package org.dicomgateway.spoke.forward;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;

/** A request to the hub that did not do what it should. */
final class HubException extends IOException {
  /** What the sender can do about it. */
  enum Kind {
    /** No answer: whether the hub has it is open. Ask when the line is back. */
    UNREACHABLE,
    /** 401, 403: nothing gets through until a person sees to the token. */
    TOKEN_REFUSED,
    /** 5xx, 429: the hub cannot now. Ask later. */
    TROUBLED,
    /** 404: the hub does not know the pack. Create it. */
    NOT_FOUND,
    /** 409: the hub's offset is another. Ask for it. */
    WRONG_OFFSET,
    /** Any other answer: of this pack only, and not expected. */
    UNEXPECTED;

    static Kind of(int status) {
      return switch (status) {
        case 401, 403 -> TOKEN_REFUSED;
        case 404, 410 -> NOT_FOUND;
        case 409 -> WRONG_OFFSET;
        case 429 -> TROUBLED;
        default -> status >= 500 ? TROUBLED : UNEXPECTED;
      };
    }
  }

  private final Kind kind;
  private final Duration retryAfter;

  HubException(Kind kind, String reason) {
    this(kind, reason, Duration.ZERO);
  }

  /**
   * @param retryAfter how long the hub asked to wait (RFC 9110 §10.2.3); zero if it did not
   */
  HubException(Kind kind, String reason, Duration retryAfter) {
    super(reason);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  HubException(IOException cause) {
    super(text(cause), cause);
    this.kind = Kind.UNREACHABLE;
    this.retryAfter = Duration.ZERO;
  }

  /** The JDK leaves out the message where it is needed most. */
  private static String text(IOException cause) {
    if (cause instanceof ConnectException && cause.getMessage() == null) {
      return "nobody answers at its address";
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  Kind kind() {
    return kind;
  }

  Duration retryAfter() {
    return retryAfter;
  }
}
