package org.dicomgateway.hub.admin;

/** What was asked for is not at this hub. */
final class NotHereException extends RuntimeException {
  NotHereException(String reason) {
    super(reason);
  }
}
