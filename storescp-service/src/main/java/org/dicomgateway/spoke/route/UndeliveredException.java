package org.dicomgateway.spoke.route;

/** What would be deleted has not been delivered; nothing has changed. */
public final class UndeliveredException extends Exception {
  private static final long serialVersionUID = 1;

  UndeliveredException(String reason) {
    super(reason);
  }
}
