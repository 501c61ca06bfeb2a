package org.dicomgateway.spoke.admin;

/** What was asked for makes no sense; nothing has changed. */
final class UnusableException extends RuntimeException {
  UnusableException(String reason) {
    super(reason);
  }
}
