package org.dicomgateway.spoke.destination;

/** How far an instance has come on its way to one destination. */
public enum DeliveryState {
  /** Others go first, or nothing can be sent now. */
  WAITING,
  /** It is on its way. */
  SENDING,
  /** The destination has acknowledged it. */
  DELIVERED,
  /** Will not be sent without a person: the destination will not take it, or it cannot be read. */
  PARKED
}
