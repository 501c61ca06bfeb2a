package org.dicomgateway.spoke.destination;

/** A change of destinations that is not made, because something would be lost or not work. */
public final class DestinationConflictException extends Exception {
  DestinationConflictException(String reason) {
    super(reason);
  }
}
