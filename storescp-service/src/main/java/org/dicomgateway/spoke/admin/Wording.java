package org.dicomgateway.spoke.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.dicomgateway.spoke.destination.LimitInForce;
import org.springframework.context.MessageSource;

/** Texts, times and amounts in somebody's language and this machine's time zone. */
record Wording(MessageSource messages, Locale locale) {
  String text(String key, Object... values) {
    return messages.getMessage(key, values, locale);
  }

  /** Another text where there is none of this key. */
  String textOr(String otherwise, String key) {
    return messages.getMessage(key, null, otherwise, locale);
  }

  /** The time of day; the day too, if it is another than today. */
  String time(Instant time, Instant now) {
    ZoneId zone = ZoneId.systemDefault();
    boolean today = time.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
    String pattern =
        today ? "HH:mm:ss" : locale.getLanguage().equals("vi") ? "HH:mm dd/MM" : "d MMM HH:mm";
    return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone).format(time);
  }

  String age(Instant since, Instant now) {
    return duration(Duration.between(since, now).toSeconds());
  }

  String duration(long seconds) {
    long minutes = seconds / 60;
    long hours = minutes / 60;
    if (seconds < 120) {
      return text("duration.seconds", Math.max(0, seconds));
    }
    if (minutes < 120) {
      return text("duration.minutes", minutes);
    }
    return hours < 48
        ? text("duration.hours", hours, minutes % 60)
        : text("duration.days", hours / 24, hours % 24);
  }

  String count(long number) {
    return String.format(locale, "%,d", number);
  }

  /** A megabyte is a million bytes, as lines and disks are sold. */
  String bytes(long bytes) {
    double value = bytes / 1000.0;
    int unit = 0;
    while (value >= 999.95) {
      value /= 1000;
      unit++;
    }
    return String.format(
        locale, value < 10 || unit > 1 ? "%.1f %sB" : "%.0f %sB", value, "kMGTPE".charAt(unit));
  }

  String rate(long bytesPerSecond) {
    double megabits = 8e-6 * bytesPerSecond;
    return String.format(locale, megabits < 10 ? "%.2f Mbit/s" : "%.0f Mbit/s", megabits);
  }

  String limit(LimitInForce limit, Instant now) {
    return text(
        "limit",
        text("urgency." + limit.urgency()),
        String.valueOf(limit.kbitPerSecond()),
        until(limit, now),
        limit.rule());
  }

  String until(LimitInForce limit, Instant now) {
    return limit.until().map(time -> time(time, now)).orElseGet(() -> text("limit.always"));
  }
}
