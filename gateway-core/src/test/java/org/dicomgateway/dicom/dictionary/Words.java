package org.dicomgateway.dicom.dictionary;

import java.util.regex.Pattern;

/** Names out of keywords, for what is newer than the source of names. */
final class Words {
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=JPEG)(?=XL)|(?<=XL)(?=JPEG)");
  private static final Pattern SMALL_WORDS =
      Pattern.compile("(?<= )(?:A|And|By|For|In|Of|On|Or|The|To|With)(?= )");

  private Words() {}

  static String of(String keyword) {
    String spaced = BOUNDARY.matcher(keyword).replaceAll(" ").replace("Multi Frame", "Multi-frame");
    return SMALL_WORDS.matcher(spaced).replaceAll(word -> word.group().toLowerCase());
  }
}
