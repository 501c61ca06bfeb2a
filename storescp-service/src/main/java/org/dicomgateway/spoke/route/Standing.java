package org.dicomgateway.spoke.route;

/** How an instance in the spool stands, all its destinations together. */
public enum Standing {
  /** A rule, or a person, wants it to wait. */
  HELD,
  /** No rule says where it goes. */
  UNROUTED,
  /** A rule sends it nowhere. */
  DROPPED,
  /** It waits for a destination at least, or is on its way there. */
  QUEUED,
  /** A destination will not take it; none is left to wait for. */
  PARKED,
  /** Every destination has it. */
  DELIVERED
}
