package org.dicomgateway.spoke.destination;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dicomgateway.settings.Hours;

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

  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

  private static final Pattern RULE =
      Pattern.compile("(?:(\\S.*?) +)?(normal|background) +(\\d{1,8})");

  public Limits {
    windows = List.copyOf(windows);
  }

  /**
   * @param urgency NORMAL or BACKGROUND
   */
  public record Window(Hours hours, Urgency urgency, long kbitPerSecond) {
    boolean holds(LocalDateTime time) {
      return hours.contains(time);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
      String held = urgency.name().toLowerCase(Locale.ROOT) + " " + kbitPerSecond;
      return hours.isAlways() ? held : hours + " " + held;
    }
  }

  /** As {@link #parse} reads them; nothing if there are none. */
  @Override
  public String toString() {
    return windows.stream().map(Window::toString).collect(Collectors.joining("; "));
  }

  /** Nothing but stat passes outside of these hours; if there are none, at any time. */
  public static Limits within(List<Hours> open) {
    TreeSet<LocalTime> bounds = new TreeSet<>(Set.of(LocalTime.MIDNIGHT));
    open.forEach(hours -> bounds.addAll(List.of(hours.from(), hours.until())));
    List<Window> shut = new ArrayList<>();
    for (LocalTime from : bounds) {
      Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
      days.removeIf(
          day -> open.stream().anyMatch(hours -> hours.contains(MONDAY.with(day).atTime(from))));
      if (!open.isEmpty() && !days.isEmpty()) {
        LocalTime until = Objects.requireNonNullElse(bounds.higher(from), LocalTime.MIDNIGHT);
        shut.add(new Window(new Hours(days, from, until), Urgency.NORMAL, 0));
      }
    }
    return new Limits(shut);
  }

  /** Both hold. */
  public Limits and(Limits others) {
    List<Window> all = new ArrayList<>(windows);
    all.addAll(others.windows);
    return new Limits(all);
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
        windows.add(window(rule.strip().toLowerCase(Locale.ROOT)));
      }
    }
    return new Limits(windows);
  }

  private static Window window(String rule) {
    Matcher parts = RULE.matcher(rule);
    try {
      if (parts.matches()) {
        return new Window(
            Hours.parse(Objects.requireNonNullElse(parts.group(1), "daily")),
            Urgency.valueOf(parts.group(2).toUpperCase(Locale.ROOT)),
            Long.parseLong(parts.group(3)));
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        ("'%s' is not of the form 'mon-fri 07:00-18:00 background 500': days (mon to sun, daily) and"
                + " times may be left out; then normal or background (stat is never held), and"
                + " kbit/s, 0 to let nothing pass")
            .formatted(rule));
  }
}
