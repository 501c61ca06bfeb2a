package org.dicomgateway.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Figures as people read them. */
public final class Figures {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss.SSS");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");

  private Figures() {}

  /** {@code 151.2 MB}; a megabyte is a million bytes, as lines and disks are sold. */
  public static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes;
    int unit = -1;
    while (value >= 999.95) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %cB", value, "kMGTPE".charAt(unit));
  }

  /** {@code 1 pack}, {@code 2 packs}. */
  public static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** {@code 2.1 Mbit/s}. */
  public static String rate(long bytesPerSecond) {
    long bits = 8 * bytesPerSecond;
    return bits < 1_000_000
        ? bits / 1000 + " kbit/s"
        : String.format(Locale.ROOT, "%.1f Mbit/s", bits / 1e6);
  }

  /** {@code 45 s}, {@code 12 min}, {@code 3 h 5 min}, {@code 2 d 4 h}. */
  public static String duration(long seconds) {
    long minutes = seconds / 60;
    long hours = minutes / 60;
    if (seconds < 120) {
      return Math.max(0, seconds) + " s";
    }
    if (minutes < 120) {
      return minutes + " min";
    }
    return hours < 48
        ? "%d h %d min".formatted(hours, minutes % 60)
        : "%d d %d h".formatted(hours / 24, hours % 24);
  }

  /** How long ago a time of an answer was; a dash if it has none. */
  public static String age(JsonNode time, Instant now) {
    return isTime(time)
        ? duration(Duration.between(Instant.parse(time.asString()), now).toSeconds())
        : "-";
  }

  /** {@code 11-21 21:04:11.120} of this machine; a dash if there is none. */
  public static String time(JsonNode time) {
    return isTime(time) ? at(TIME, time) : "-";
  }

  /** {@code 11-21 21:04} of this machine; a dash if there is none. */
  public static String minute(JsonNode time) {
    return isTime(time) ? at(MINUTE, time) : "-";
  }

  /** By the zone of this moment, for a machine's may be changed. */
  private static String at(DateTimeFormatter form, JsonNode time) {
    return form.format(Instant.parse(time.asString()).atZone(ZoneId.systemDefault()));
  }

  private static boolean isTime(JsonNode time) {
    return time.isString() && !time.asString().isEmpty();
  }
}
