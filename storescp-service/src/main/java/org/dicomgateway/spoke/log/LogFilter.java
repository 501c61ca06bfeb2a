package org.dicomgateway.spoke.log;

/**
 * Which lines are wanted.
 *
 * @param least level
 * @param text that has to stand in it, such as a study's UID; empty: any
 */
public record LogFilter(LogLevel least, String text) {
  public static final LogFilter ALL = new LogFilter(LogLevel.DEBUG, "");

  boolean takes(LogLine line) {
    return line.level().compareTo(least) >= 0 && line.message().contains(text);
  }
}
