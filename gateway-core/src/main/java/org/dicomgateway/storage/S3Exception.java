package org.dicomgateway.storage;

import java.io.IOException;

/** An S3 server that refused, failed or did not answer; says which, where, and what to do. */
final class S3Exception extends IOException {
  /** No answer came: the request may or may not have been carried out. */
  static final int NO_ANSWER = 0;

  private final int status;

  S3Exception(int status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  /** Status of HTTP, or {@link #NO_ANSWER}. */
  int status() {
    return status;
  }

  /** Whether the same request may succeed later. */
  boolean isPassing() {
    return status == NO_ANSWER
        || status == 408
        || status == 409
        || status == 429
        || status >= 500 && status != 501;
  }
}
