package org.dicomgateway.spoke.forward;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dicomgateway.spoke.forward.Limits.Window;

/** A rule as {@link Limits#parse} reads it: {@code mon-fri 07:00-18:00 background 500}. */
final class LimitRule {
  private LimitRule() {}

  static String text(Window window) {
    boolean always =
        window.from().equals(LocalTime.MIDNIGHT) && window.until().equals(LocalTime.MIDNIGHT);
    String until = window.until().equals(LocalTime.MIDNIGHT) ? "24:00" : window.until().toString();
    return days(window.days())
        + (always ? "" : window.from() + "-" + until + " ")
        + window.urgency().name().toLowerCase(Locale.ROOT)
        + " "
        + window.kbitPerSecond();
  }

  private static String days(Set<DayOfWeek> days) {
    List<String> ranges = new ArrayList<>();
    for (DayOfWeek first : DayOfWeek.values()) {
      if (days.contains(first) && (first == DayOfWeek.MONDAY || !days.contains(first.minus(1)))) {
        ranges.add(range(first, days));
      }
    }
    return days.size() == DayOfWeek.values().length ? "" : String.join(",", ranges) + " ";
  }

  private static String range(DayOfWeek first, Set<DayOfWeek> days) {
    DayOfWeek last = first;
    while (last != DayOfWeek.SUNDAY && days.contains(last.plus(1))) {
      last = last.plus(1);
    }
    return first == last ? name(first) : name(first) + "-" + name(last);
  }

  private static String name(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }
}
