package org.dicomgateway.hub.index;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times as text that sorts (PS3.5 §6.2 DA, TM; ACR-NEMA's punctuation is dropped). */
final class Temporal {
  private static final Pattern DATE = Pattern.compile("(\\d{4})[.-]?(\\d{2})[.-]?(\\d{2})");
  private static final Pattern TIME =
      Pattern.compile("(\\d{2})(?::?(\\d{2})(?::?(\\d{2})(?:\\.(\\d{1,6}))?)?)?");

  private Temporal() {}

  /** {@code YYYYMMDD}; empty if it is no date. */
  static String date(String text) {
    Matcher date = DATE.matcher(text.strip());
    return date.matches() ? date.group(1) + date.group(2) + date.group(3) : "";
  }

  /** {@code HHMMSS.FFFFFF}, what is missing taken as zero; empty if it is no time. */
  static String time(String text) {
    return time(text, "00", '0');
  }

  /** The last moment that a time of less precision means: {@code 10} is {@code 105959.999999}. */
  static String endOfTime(String text) {
    return time(text, "59", '9');
  }

  private static String time(String text, String missing, char missingDigit) {
    Matcher time = TIME.matcher(text.strip());
    if (!time.matches()) {
      return "";
    }
    String minutes = time.group(2) == null ? missing : time.group(2);
    String seconds = time.group(3) == null ? missing : time.group(3);
    String fraction = time.group(4) == null ? "" : time.group(4);
    String fill = String.valueOf(missingDigit).repeat(6 - fraction.length());
    return time.group(1) + minutes + seconds + "." + fraction + fill;
  }
}
