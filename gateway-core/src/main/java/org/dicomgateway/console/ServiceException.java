package org.dicomgateway.console;

/** A service that did not do what a command asked; the message says why and what to do. */
public final class ServiceException extends Exception {
  public ServiceException(String reason) {
    super(reason);
  }
}
