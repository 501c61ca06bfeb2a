package org.dicomgateway.console;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How every command ends; scripts rely on the numbers. */
public enum ExitCode {
  DONE("done"),
  FAILED("failed, the reason is on stderr"),
  USAGE("wrong usage"),
  UNREACHABLE("the service, or the peer, does not run or cannot be reached"),
  NOT_FOUND("what was named is not there"),
  REFUSED("no right to do this, or the peer refuses us");

  private final String meaning;

  ExitCode(String meaning) {
    this.meaning = meaning;
  }

  /** What the process ends with: 0 to 5, in the order they stand here. */
  public int number() {
    return ordinal();
  }

  public String meaning() {
    return meaning;
  }

  /** Numbers and meanings, for help texts. */
  public static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    Arrays.stream(values()).forEach(code -> meanings.put("" + code.number(), code.meaning));
    return meanings;
  }

  /** What an answer's status means for the command that asked. */
  static ExitCode ofHttp(int status) {
    return switch (status) {
      case 401, 403, 421 -> REFUSED;
      case 404 -> NOT_FOUND;
      default -> FAILED;
    };
  }

  @Override
  public String toString() {
    return "%d %s".formatted(number(), name().toLowerCase(Locale.ROOT));
  }
}
