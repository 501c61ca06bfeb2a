package org.dicomgateway.spoke.modality;

import java.util.Arrays;
import java.util.Locale;

/** What becomes of a modality that nobody made known. */
public enum UnknownModalities {
  /** It is served as all others. */
  ACCEPT,
  /** What it sends is kept until a person releases it. */
  HOLD,
  /** Its association is rejected: calling AE title not recognized. */
  REFUSE;

  /**
   * Reads a word.
   *
   * @throws IllegalArgumentException saying which there are
   */
  public static UnknownModalities parse(String word) {
    return Arrays.stream(values())
        .filter(one -> one.word().equals(word.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is not one of accept, hold, refuse".formatted(word)));
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
