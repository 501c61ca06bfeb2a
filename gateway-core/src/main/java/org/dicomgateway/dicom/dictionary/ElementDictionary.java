package org.dicomgateway.dicom.dictionary;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.VR;

/** The data elements of the standard (PS3.6, PS3.7 §E) and of some makers. Thread-safe. */
public final class ElementDictionary {

  /**
   * A data element as the standard defines it.
   *
   * @param vrs value representations; several where other elements decide, none for item delimiters
   * @param vm value multiplicity as the standard writes it: {@code 1-n}
   * @param keyword {@code PatientName}
   * @param name {@code Patient's Name}
   */
  public record Entry(List<VR> vrs, String vm, String keyword, String name, boolean retired) {}

  private static final class Keywords {
    static final Map<String, Integer> TAGS = ElementTable.INSTANCE.tagsByKeyword();
  }

  private ElementDictionary() {}

  /** The element's definition; empty for private and unknown elements. */
  public static Optional<Entry> entry(int tag) {
    return isPrivate(tag) ? Optional.empty() : ElementTable.INSTANCE.find(tag).map(Entries::of);
  }

  /** {@code PatientName}; empty for private and unknown elements. */
  public static Optional<String> keywordOf(int tag) {
    return entry(tag).map(Entry::keyword);
  }

  /** The tag of a keyword, or of eight hexadecimal digits as in {@code 00100010}. */
  public static OptionalInt tagOf(String keywordOrDigits) {
    Integer tag = Keywords.TAGS.get(keywordOrDigits);
    if (tag != null) {
      return OptionalInt.of(tag);
    }
    return keywordOrDigits.matches("\\p{XDigit}{8}")
        ? OptionalInt.of(Integer.parseUnsignedInt(keywordOrDigits, 16))
        : OptionalInt.empty();
  }

  /**
   * The representation of an element that came without one (PS3.5 §A.1).
   *
   * @param context the data set or item it stands in, with the elements before it: some depend on
   *     Pixel Representation, private ones on their creator
   * @return UN if nothing is known of the element
   */
  public static VR vrOf(int tag, Attributes context) {
    if ((tag & 0xFFFF) == 0) {
      return VR.UL;
    }
    if (isPrivate(tag)) {
      return PrivateElements.vrOf(tag, context);
    }
    String names = ElementTable.INSTANCE.representations(tag);
    return switch (names.length()) {
      case 0 -> VR.UN;
      case 2 -> VR.of(names.charAt(0), names.charAt(1)).orElseThrow();
      default -> AmbiguousVr.resolve(Entries.vrs(names), context);
    };
  }

  private static boolean isPrivate(int tag) {
    return (tag & 0x10000) != 0;
  }

  private static final class Entries {
    static Entry of(String[] fields) {
      return new Entry(vrs(fields[1]), fields[2], fields[3], fields[4], fields[5].equals("R"));
    }

    static List<VR> vrs(String names) {
      return names.isEmpty()
          ? List.of()
          : Arrays.stream(names.split("/")).map(VR::valueOf).toList();
    }
  }
}
