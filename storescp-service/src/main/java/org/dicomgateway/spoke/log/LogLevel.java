package org.dicomgateway.spoke.log;

import java.util.Locale;

/** How much it matters, the least first. */
public enum LogLevel {
  DEBUG,
  INFO,
  WARN,
  ERROR;

  /**
   * Reads a word, capital or not.
   *
   * @throws IllegalArgumentException saying which there are
   */
  public static LogLevel parse(String word) {
    try {
      return valueOf(word.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'%s' is not one of debug, info, warn, error".formatted(word), e);
    }
  }
}
