package org.dicomgateway.spoke.admin;

/** Somebody else has changed meanwhile what was to be changed. */
final class OutdatedException extends RuntimeException {
  OutdatedException(String reason) {
    super(reason);
  }
}
