package org.dicomgateway.dicom.data;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is compared: without case, diacritics, carets and needless spaces. */
public final class Folding {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s^,]+");

  private Folding() {}

  /** {@code NGUYỄN^VĂN ĐẠT^^} becomes {@code nguyen van dat}. Wildcards stay. */
  public static String fold(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String bare = MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    // Letters with a stroke have no decomposition.
    String plain = bare.replace('đ', 'd').replace('ð', 'd').replace('ł', 'l').replace('ø', 'o');
    return SEPARATORS.matcher(plain).replaceAll(" ").strip();
  }

  /** Folded words, each with a space before it, so that {@code % word%} finds its beginning. */
  public static String words(String text) {
    String folded = fold(text.replace('=', ' '));
    return folded.isEmpty() ? "" : " " + folded;
  }
}
