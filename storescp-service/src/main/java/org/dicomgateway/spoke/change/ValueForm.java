package org.dicomgateway.spoke.change;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.dicomgateway.dicom.data.VR;

/** What values of each representation look like (PS3.5 §6.2). */
final class ValueForm {
  private static final Pattern AE = Pattern.compile("(?=.*[^ ])[ -~&&[^\\\\]]{1,16}");
  private static final Pattern AS = Pattern.compile("\\d{3}[DWMY]");
  private static final Pattern CS = Pattern.compile("[A-Z\\d_ ]{1,16}");
  private static final Pattern DS =
      Pattern.compile("(?=.{1,16}$)[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern TM =
      Pattern.compile("([01]\\d|2[0-3])([0-5]\\d([0-5]\\d(\\.\\d{1,6})?)?)?");
  private static final Pattern DT =
      Pattern.compile(
          "\\d{4}((0[1-9]|1[0-2])((0[1-9]|[12]\\d|3[01])(([01]\\d|2[0-3])"
              + "([0-5]\\d([0-5]\\d(\\.\\d{1,6})?)?)?)?)?)?([+-]\\d{4})?");
  private static final Pattern UI = Pattern.compile("(?=.{1,64}$)(0|[1-9]\\d*)(\\.(0|[1-9]\\d*))+");
  private static final Pattern UR = Pattern.compile("[!-~&&[^\\\\]]+");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

  /** PS3.5 §6.2.1.1: of one component group. */
  private static final int NAME_LENGTH = 64;

  private ValueForm() {}

  /** Whether people can write its values. */
  static boolean isText(VR vr) {
    return switch (vr.kind()) {
      case STRING, TEXT, INTEGER, FLOAT -> true;
      case TAG, BINARY, SEQUENCE -> false;
    };
  }

  /**
   * @throws IllegalArgumentException if it is no such value
   */
  static void check(String attribute, VR vr, String value) {
    if (!fits(vr, value)) {
      throw new IllegalArgumentException(
          "'%s' is no value of %s, which is %s".formatted(value, attribute, form(vr)));
    }
  }

  private static boolean fits(VR vr, String value) {
    return switch (vr) {
      case AE -> AE.matcher(value).matches();
      case AS -> AS.matcher(value).matches();
      case CS -> CS.matcher(value).matches();
      case DA -> isDate(value);
      case DS -> DS.matcher(value).matches();
      case DT -> DT.matcher(value).matches();
      case IS -> isWhole(value, BigInteger.TWO.pow(31).negate(), BigInteger.TWO.pow(31));
      case TM -> TM.matcher(value).matches();
      case UI -> UI.matcher(value).matches();
      case UR -> UR.matcher(value).matches();
      case PN -> isName(value);
      case LO, SH, UC -> isLine(value, longest(vr));
      case LT, ST, UT -> isText(value, longest(vr));
      case US, UL, UV ->
          isWhole(value, BigInteger.ZERO, BigInteger.TWO.pow(Byte.SIZE * vr.unitLength()));
      case SS, SL, SV -> {
        BigInteger end = BigInteger.TWO.pow(Byte.SIZE * vr.unitLength() - 1);
        yield isWhole(value, end.negate(), end);
      }
      case FL, FD -> NUMBER.matcher(value).matches();
      default -> false;
    };
  }

  private static int longest(VR vr) {
    return switch (vr) {
      case SH -> 16;
      case LO -> 64;
      case ST -> 1024;
      case LT -> 10_240;
      default -> Integer.MAX_VALUE;
    };
  }

  private static boolean isDate(String value) {
    try {
      return value.length() == 8
          && LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE).getYear() > 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isWhole(String value, BigInteger least, BigInteger end) {
    if (!value.matches("[+-]?\\d{1,20}")) {
      return false;
    }
    BigInteger number = new BigInteger(value);
    return number.compareTo(least) >= 0 && number.compareTo(end) < 0;
  }

  private static boolean isLine(String value, int longest) {
    return isText(value, longest)
        && value.indexOf('\\') < 0
        && value.chars().noneMatch(Character::isISOControl);
  }

  /** Of control characters only TAB, LF, FF and CR (PS3.5 §6.1.3). */
  private static boolean isText(String value, int longest) {
    return !value.isEmpty()
        && value.codePointCount(0, value.length()) <= longest
        && value.chars().noneMatch(c -> Character.isISOControl(c) && "\t\n\f\r".indexOf(c) < 0);
  }

  private static boolean isName(String value) {
    List<String> groups = List.of(value.split("=", -1));
    return isLine(value, Integer.MAX_VALUE)
        && groups.size() <= 3
        && groups.stream()
            .allMatch(
                group ->
                    group.codePointCount(0, group.length()) <= NAME_LENGTH
                        && group.split("\\^", -1).length <= 5);
  }

  private static String form(VR vr) {
    return switch (vr) {
      case AE -> "an AE title, at most 16 characters";
      case AS -> "an age such as 012Y, 006M";
      case CS -> "a code of at most 16 capitals, digits, spaces and underscores";
      case DA -> "a date such as 20260131";
      case DS -> "a decimal number of at most 16 characters";
      case DT -> "a date and time such as 20260131073000";
      case TM -> "a time such as 073000";
      case UI -> "a UID such as 1.2.840.10008.1.1, at most 64 characters";
      case UR -> "a URI";
      case PN -> "a name such as Nguyễn^Văn An, at most 64 characters, five components";
      case LO, SH, ST, LT -> "a text of at most %d characters".formatted(longest(vr));
      case UC, UT -> "a text";
      case FL, FD -> "a number";
      default -> "a whole number (%s)".formatted(vr);
    };
  }
}
