package org.dicomgateway.spoke.send;

import org.dicomgateway.spoke.destination.Probe;

/**
 * Brings instances to a destination of one kind. Thread-safe: works at several desks at once, if
 * there are any.
 */
interface Courier extends AutoCloseable {
  /** dicom, stow or folder. */
  String kind();

  /** Where it brings them, for people, without secrets. */
  String address();

  /** Desks that it can work at, from 1. */
  int desks();

  /**
   * Sends what the desk hands out until there is nothing more for now, and says of each what became
   * of it; what it does not speak of waits again.
   *
   * @throws Unavailable if the destination takes nothing now
   */
  void work(Desk desk) throws Unavailable, InterruptedException;

  /** Asks whether instances would be taken, without sending any. */
  Probe test() throws InterruptedException;

  @Override
  void close();
}
