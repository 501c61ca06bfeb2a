package org.dicomgateway.dicom.dictionary;

import java.util.Optional;

/** The unique identifiers of the standard (PS3.6 Annex A). Thread-safe. */
public final class UidDictionary {

  /**
   * A unique identifier of the standard.
   *
   * @param type as the standard calls it: {@code SOP Class}, {@code Transfer Syntax}, …
   * @param keyword {@code CTImageStorage}
   * @param name {@code CT Image Storage}
   */
  public record Entry(String uid, String type, String keyword, String name, boolean retired) {
    private static Entry of(String line) {
      String[] fields = line.split("\t", -1);
      return new Entry(fields[0], fields[1], fields[2], fields[3], fields[4].equals("R"));
    }
  }

  private static final String TABLE = "\n" + DictionaryResource.text("uids.tsv");

  private UidDictionary() {}

  public static Optional<Entry> entry(String uid) {
    int line = TABLE.indexOf("\n" + uid + "\t");
    return line < 0
        ? Optional.empty()
        : Optional.of(Entry.of(TABLE.substring(line + 1, TABLE.indexOf('\n', line + 1))));
  }

  /** {@code CT Image Storage}; the identifier itself if the standard does not know it. */
  public static String nameOf(String uid) {
    return entry(uid).map(Entry::name).orElse(uid);
  }

  /** The identifier of a keyword such as {@code CTImageStorage}. */
  public static Optional<String> uidOf(String keyword) {
    return TABLE
        .lines()
        .skip(1)
        .map(Entry::of)
        .filter(entry -> entry.keyword().equals(keyword))
        .map(Entry::uid)
        .findFirst();
  }
}
