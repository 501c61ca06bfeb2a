package org.dicomgateway.spoke.admin;

/** What was asked for is not at this spoke. */
final class NotHereException extends RuntimeException {
  NotHereException(String reason) {
    super(reason);
  }
}
