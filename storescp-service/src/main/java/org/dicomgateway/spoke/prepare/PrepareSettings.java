package org.dicomgateway.spoke.prepare;

/**
 * How instances are prepared.
 *
 * @param room bytes that prepared files may take; too few, and after a long outage much goes as it
 *     was received; too many, and the disk is full earlier
 */
public record PrepareSettings(Compression compression, long room) {

  /** When native images are compressed without loss. */
  public enum Compression {
    /** Where it gets them to the hub sooner. */
    AUTO,
    /** Whatever the line carries. */
    ALWAYS,
    OFF
  }
}
