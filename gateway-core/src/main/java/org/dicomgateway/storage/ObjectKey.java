package org.dicomgateway.storage;

import java.nio.charset.StandardCharsets;

/** Keys that every store can hold: those that also are safe paths below a folder. */
public final class ObjectKey {
  private static final int MAX_BYTES = 1024;
  private static final int MAX_SEGMENT_BYTES = 255;

  private ObjectKey() {}

  /**
   * @return the key
   * @throws IllegalArgumentException if it is no such key
   */
  public static String require(String key) {
    if (key.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw new IllegalArgumentException("object key is over " + MAX_BYTES + " bytes: " + key);
    }
    for (String segment : key.split("/", -1)) {
      if (!isSafe(segment)) {
        throw new IllegalArgumentException(
            "object key \"%s\" has the unsafe segment \"%s\"".formatted(key, segment));
      }
    }
    return key;
  }

  /**
   * Whether text can be a key's segment: 1 to 255 letters, digits, dots, hyphens and underscores of
   * ASCII, beginning with a letter or digit.
   */
  public static boolean isSafe(String segment) {
    if (segment.isEmpty() || segment.length() > MAX_SEGMENT_BYTES) {
      return false;
    }
    return isLetterOrDigit(segment.charAt(0))
        && segment.chars().allMatch(c -> isLetterOrDigit(c) || c == '.' || c == '-' || c == '_');
  }

  private static boolean isLetterOrDigit(int c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
