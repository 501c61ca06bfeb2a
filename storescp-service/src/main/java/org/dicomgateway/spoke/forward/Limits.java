package org.dicomgateway.spoke.forward;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of the line may be used, and when: rules of the form {@code mon-fri 07:00-18:00
 * background 500}, with semicolons between them or each on a line of its own. In kbit/s of what is
 * sent in packs; 0 lets nothing pass. Days ({@code mon}, {@code mon-fri}, {@code sat,sun}, {@code
 * daily}) and times may be left out; a time that ends before it begins goes on into the next day.
 * {@code normal} holds everything that is not stat, {@code background} what is background. Where
 * several hold, the lowest counts. Stat is never held. Times are the machine's local ones.
 *
 * @param windows in any order
 */
public record Limits(List<Window> windows) {
  public static final Limits NONE = new Limits(List.of());

  private static final Pattern RULE =
      Pattern.compile(
          "(?:(daily|[a-z]{3}(?:[-,][a-z]{3})*) +)?(?:(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d) +)?"
              + "(normal|background) +(\\d{1,8})");

  public Limits {
    windows = List.copyOf(windows);
  }

  /**
   * @param days on which it begins
   * @param until not included; 00:00 is the end of the day
   * @param urgency NORMAL or BACKGROUND
   */
  public record Window(
      Set<DayOfWeek> days, LocalTime from, LocalTime until, Urgency urgency, long kbitPerSecond) {
    boolean holds(LocalDateTime time) {
      LocalTime clock = time.toLocalTime();
      boolean begun = !clock.isBefore(from);
      boolean over = until != LocalTime.MIDNIGHT && !clock.isBefore(until);
      if (until == LocalTime.MIDNIGHT || from.isBefore(until)) {
        return begun && !over && days.contains(time.getDayOfWeek());
      }
      return begun && days.contains(time.getDayOfWeek())
          || !over && days.contains(time.getDayOfWeek().minus(1));
    }
  }

  /** What holds just this urgency at a time, in bytes per second; empty if nothing does. */
  OptionalLong bytesPerSecond(Urgency urgency, LocalDateTime time) {
    return windows.stream()
        .filter(window -> window.urgency() == urgency && window.holds(time))
        .mapToLong(window -> window.kbitPerSecond() * 1000 / 8)
        .min();
  }

  /**
   * Reads rules.
   *
   * @throws IllegalArgumentException saying which rule is none
   */
  public static Limits parse(String text) {
    List<Window> windows = new ArrayList<>();
    for (String rule : text.split("[;\n]")) {
      if (!rule.isBlank()) {
        windows.add(window(rule.strip().toLowerCase()));
      }
    }
    return new Limits(windows);
  }

  private static Window window(String rule) {
    Matcher parts = RULE.matcher(rule);
    try {
      if (parts.matches()) {
        return new Window(
            days(parts.group(1)),
            time(parts.group(2)),
            time(parts.group(3)),
            Urgency.valueOf(parts.group(4).toUpperCase()),
            Long.parseLong(parts.group(5)));
      }
    } catch (IllegalArgumentException | DateTimeParseException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        ("'%s' is not of the form 'mon-fri 07:00-18:00 background 500': days (mon to sun, daily) and"
                + " times may be left out; then normal or background (stat is never held), and"
                + " kbit/s, 0 to let nothing pass")
            .formatted(rule));
  }

  private static LocalTime time(String text) {
    return text == null || text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
  }

  private static Set<DayOfWeek> days(String text) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    if (text == null || text.equals("daily")) {
      return EnumSet.allOf(DayOfWeek.class);
    }
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
      if (day.name().toLowerCase().startsWith(name)) {
        return day;
      }
    }
    throw new IllegalArgumentException("no such day: " + name);
  }
}
