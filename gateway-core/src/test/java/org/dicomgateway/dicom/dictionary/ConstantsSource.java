package org.dicomgateway.dicom.dictionary;

import java.util.List;

/** Source text of the classes of constants. */
final class ConstantsSource {
  private ConstantsSource() {}

  static String tags(List<ElementRow> elements) {
    StringBuilder source =
        begin(
            "Tag",
            "Tags of the data elements by their keywords (PS3.6), repeating groups by their first");
    for (ElementRow row : elements) {
      source.append(
          "  public static final int %s = 0x%s;\n"
              .formatted(row.keyword(), row.pattern().replace('x', '0')));
    }
    return source.append("}\n").toString();
  }

  static String uids(List<UidRow> uids) {
    StringBuilder source =
        begin("UID", "Unique identifiers of the standard by their keywords (PS3.6 Annex A)");
    for (UidRow row : uids) {
      source.append(
          "  public static final String %s = \"%s\";\n".formatted(row.keyword(), row.uid()));
    }
    return source.append("}\n").toString();
  }

  private static StringBuilder begin(String name, String summary) {
    return new StringBuilder(
        """
        package org.dicomgateway.dicom.data;

        /**
         * %2$s.
         * Generated: see {@code docs/decisions/0007-generated-dictionary.md}.
         */
        public final class %1$s {
          private %1$s() {}

        """
            .formatted(name, summary));
  }
}
