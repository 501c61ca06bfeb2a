package org.dicomgateway.hub.index;

/** DICOM's wildcards (PS3.4 §C.2.2.2.4) as SQL's. */
final class LikePattern {
  private LikePattern() {}

  /** Comparison of a column; an equality where there are no wildcards, which indexes like best. */
  static String condition(String column, String value) {
    return hasWildcards(value) ? column + " LIKE ? ESCAPE '\\'" : column + " = ?";
  }

  /** The parameter of that comparison. */
  static String of(String value) {
    return hasWildcards(value) ? literal(value).replace('*', '%').replace('?', '_') : value;
  }

  static String literal(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static boolean hasWildcards(String value) {
    return value.indexOf('*') >= 0 || value.indexOf('?') >= 0;
  }
}
