package org.dicomgateway.spoke.route.rule;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dicomgateway.dicom.data.VR;

/**
 * A value that has an order: a number, or a date, time or age as a number of the same order (PS3.5
 * §6.2). Dates may be written with hyphens, times with colons.
 */
record Comparand(String text, BigDecimal order) implements Comparable<Comparand> {
  private static final Pattern AGE = Pattern.compile("(\\d{1,3})([DWMY])");

  /** Empty if a value is none of its kind. */
  static Optional<Comparand> of(VR vr, String text) {
    String value = text.strip();
    return switch (vr) {
      case DA -> digits(value, value.replaceAll("[-.]", ""), "\\d{8}", 8);
      case TM -> digits(value, value.replace(":", ""), "\\d{2,6}(\\.\\d{1,6})?", 6);
      case DT ->
          digits(
              value,
              value.replaceAll("[+-]\\d{4}$", "").replaceAll("[-:T ]", ""),
              "\\d{4,14}(\\.\\d{1,6})?",
              14);
      case AS -> age(value);
      default -> number(value);
    };
  }

  /** Whether values of a representation have an order. */
  static boolean isOrdered(VR vr) {
    return switch (vr) {
      case DA, TM, DT, AS, DS, IS -> true;
      default -> vr.kind() == VR.Kind.INTEGER || vr.kind() == VR.Kind.FLOAT;
    };
  }

  private static Optional<Comparand> number(String value) {
    try {
      return Optional.of(new Comparand(value, new BigDecimal(value)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** What is left out at the end is zero. */
  private static Optional<Comparand> digits(String text, String digits, String form, int whole) {
    if (!digits.matches(form)) {
      return Optional.empty();
    }
    int end = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
    String padded = digits.substring(0, end) + "0".repeat(Math.max(0, whole - end));
    return Optional.of(new Comparand(text, new BigDecimal(padded + digits.substring(end))));
  }

  private static Optional<Comparand> age(String value) {
    Matcher parts = AGE.matcher(value);
    if (!parts.matches()) {
      return Optional.empty();
    }
    BigDecimal days =
        switch (parts.group(2)) {
          case "D" -> BigDecimal.ONE;
          case "W" -> BigDecimal.valueOf(7);
          case "M" -> new BigDecimal("30.4375");
          default -> new BigDecimal("365.25");
        };
    return Optional.of(new Comparand(value, days.multiply(new BigDecimal(parts.group(1)))));
  }

  @Override
  public int compareTo(Comparand other) {
    return order.compareTo(other.order);
  }

  @Override
  public String toString() {
    return text;
  }
}
