package org.dicomgateway.hub.index;

import java.util.function.UnaryOperator;

/**
 * Range matching of dates and times (PS3.4 §C.2.2.2.5): {@code a-b}, {@code a-}, {@code -b} or a
 * single value, which is the range it spans by its precision.
 *
 * @param from sorts at or before the first match; empty if there is no first
 * @param to sorts at or behind the last match
 */
record TemporalRange(String from, String to) {
  private static final String NO_END = "~";

  static TemporalRange ofDate(String value) {
    return of(value, Temporal::date, Temporal::date);
  }

  static TemporalRange ofTime(String value) {
    return of(value, Temporal::time, Temporal::endOfTime);
  }

  private static TemporalRange of(
      String value, UnaryOperator<String> first, UnaryOperator<String> last) {
    int hyphen = value.indexOf('-');
    String from = hyphen < 0 ? value : value.substring(0, hyphen);
    String to = hyphen < 0 ? value : value.substring(hyphen + 1);
    if (from.isBlank() && to.isBlank()) {
      throw new IllegalArgumentException("range without ends: \"" + value + "\"");
    }
    return new TemporalRange(
        from.isBlank() ? "" : require(first.apply(from), from),
        to.isBlank() ? NO_END : require(last.apply(to), to));
  }

  private static String require(String parsed, String text) {
    if (parsed.isEmpty()) {
      throw new IllegalArgumentException("neither date nor time: \"" + text.strip() + "\"");
    }
    return parsed;
  }

  /** This range of dates, its ends made precise by a range of times. */
  TemporalRange combined(TemporalRange times) {
    return new TemporalRange(
        from.isEmpty() ? "" : from + times.from, to.equals(NO_END) ? NO_END : to + times.to);
  }
}
