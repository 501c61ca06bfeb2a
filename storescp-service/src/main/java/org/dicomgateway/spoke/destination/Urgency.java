package org.dicomgateway.spoke.destination;

/** How soon an instance has to be at the hub; the most urgent first. */
public enum Urgency {
  /** Somebody waits for it: overtakes everything, no limit of bandwidth holds it. */
  STAT,
  NORMAL,
  /** When nothing else needs the line. */
  BACKGROUND
}
