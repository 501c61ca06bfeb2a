package org.dicomgateway.dicom.dictionary;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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

  private static final Map<String, Entry> BY_UID =
      DictionaryResource.text("uids.tsv")
          .lines()
          .map(Entry::of)
          .collect(Collectors.toUnmodifiableMap(Entry::uid, Function.identity()));

  private UidDictionary() {}

  public static Optional<Entry> entry(String uid) {
    return Optional.ofNullable(BY_UID.get(uid));
  }

  /** {@code CT Image Storage}; the identifier itself if the standard does not know it. */
  public static String nameOf(String uid) {
    return entry(uid).map(Entry::name).orElse(uid);
  }

  /** The identifier of a keyword such as {@code CTImageStorage}. */
  public static Optional<String> uidOf(String keyword) {
    return BY_UID.values().stream()
        .filter(entry -> entry.keyword().equals(keyword))
        .map(Entry::uid)
        .findFirst();
  }
}
