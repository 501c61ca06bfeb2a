package org.dicomgateway.settings;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours of the week as people write them: {@code mon-fri 07:00-18:00}, {@code sat,sun}, {@code
 * daily 20:00-06:00}. Days or times may be left out; a time that ends before it begins goes on into
 * the next day; 24:00 and 00:00 are the end of the day.
 *
 * @param days on which they begin
 * @param until not included
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
  private static final Pattern FORM =
      Pattern.compile(
          "(daily|[a-z]{3}(?:[-,][a-z]{3})*)?(?:(?:^| +)(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d))?");

  public Hours {
    days = Set.copyOf(days);
  }

  /**
   * Reads hours.
   *
   * @throws IllegalArgumentException saying what form they have
   */
  public static Hours parse(String text) {
    Matcher parts = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    try {
      if (parts.matches() && !text.isBlank()) {
        return new Hours(days(parts.group(1)), time(parts.group(2)), time(parts.group(3)));
      }
    } catch (IllegalArgumentException | DateTimeParseException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "'%s' is not of the form 'mon-fri 07:00-18:00'".formatted(text));
  }

  /** Whether a time is within. */
  public boolean contains(LocalDateTime time) {
    LocalTime clock = time.toLocalTime();
    DayOfWeek day = time.getDayOfWeek();
    boolean begun = !clock.isBefore(from);
    boolean over = until != LocalTime.MIDNIGHT && !clock.isBefore(until);
    if (until == LocalTime.MIDNIGHT || from.isBefore(until)) {
      return begun && !over && days.contains(day);
    }
    return begun && days.contains(day) || !over && days.contains(day.minus(1));
  }

  private static LocalTime time(String text) {
    return text == null || text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
  }

  private static Set<DayOfWeek> days(String text) {
    if (text == null || text.equals("daily")) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String range : text.split(",")) {
      String[] ends = range.split("-");
      DayOfWeek last = day(ends[ends.length - 1]);
      for (DayOfWeek day = day(ends[0]); days.add(day) && day != last; day = day.plus(1)) {
        // Added on the way.
      }
    }
    return days;
  }

  private static DayOfWeek day(String name) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().toLowerCase(Locale.ROOT).startsWith(name)) {
        return day;
      }
    }
    throw new IllegalArgumentException("no such day: " + name);
  }

  /** Whether they have no end. */
  public boolean isAlways() {
    return days.size() == DayOfWeek.values().length && isWholeDay();
  }

  private boolean isWholeDay() {
    return from.equals(LocalTime.MIDNIGHT) && until.equals(LocalTime.MIDNIGHT);
  }

  /**
   * As {@link #parse} reads them: {@code mon-fri 07:00-18:00}, {@code 20:00-24:00}, {@code daily}.
   */
  @Override
  public String toString() {
    String end = until.equals(LocalTime.MIDNIGHT) ? "24:00" : until.toString();
    String times = isWholeDay() ? "" : from + "-" + end;
    String dates = days.size() == DayOfWeek.values().length ? "" : ranges();
    return isAlways() ? "daily" : (dates + " " + times).strip();
  }

  private String ranges() {
    List<String> ranges = new ArrayList<>();
    for (DayOfWeek first : DayOfWeek.values()) {
      if (days.contains(first) && (first == DayOfWeek.MONDAY || !days.contains(first.minus(1)))) {
        ranges.add(range(first));
      }
    }
    return String.join(",", ranges);
  }

  private String range(DayOfWeek first) {
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
