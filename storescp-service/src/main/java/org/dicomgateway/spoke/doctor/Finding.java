package org.dicomgateway.spoke.doctor;

/**
 * What was found.
 *
 * @param about in a word or two
 * @param remedy what to do; empty if nothing is
 */
public record Finding(Level level, String about, String found, String remedy) {
  /** Whether somebody has to do something. */
  public enum Level {
    OK,
    /** Soon, or if it is not meant so. */
    WARNING,
    /** Now: images are not received, or do not arrive. */
    FAILED
  }

  public static Finding ok(String about, String found) {
    return new Finding(Level.OK, about, found, "");
  }

  public static Finding warning(String about, String found, String remedy) {
    return new Finding(Level.WARNING, about, found, remedy);
  }

  public static Finding failed(String about, String found, String remedy) {
    return new Finding(Level.FAILED, about, found, remedy);
  }
}
