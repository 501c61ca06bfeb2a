package org.dicomgateway.dicom.encoding;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Element;
import org.dicomgateway.dicom.data.Value;

/** How many bytes data sets take when they are written; each item is measured once. */
final class EncodedLengths {
  /** Tag and length of an item or delimiter. */
  static final int ITEM_HEADER = 8;

  private static final int LONGEST_SHORT = 0xFFFE;

  private final DataSetEncoding encoding;
  private final Map<Attributes, Long> measured = new IdentityHashMap<>();

  EncodedLengths(DataSetEncoding encoding) {
    this.encoding = encoding;
  }

  long of(Attributes attributes) {
    Long known = measured.get(attributes);
    if (known != null) {
      return known;
    }
    long length = 0;
    for (Element element : attributes) {
      length += of(element);
    }
    measured.put(attributes, length);
    return length;
  }

  private long of(Element element) {
    long value = ofValue(element);
    boolean longHeader = encoding.explicitVr() && needsLongHeader(element, value);
    return (longHeader ? 12 : 8) + value;
  }

  /** Whether the value's length does not fit into 16 bits or its representation has 32. */
  static boolean needsLongHeader(Element element, long valueLength) {
    return element.vr().hasLongLength() || isTooLong(element, valueLength);
  }

  /** Whether the value must go as UN because its representation has no length for it. */
  static boolean isTooLong(Element element, long valueLength) {
    return !element.vr().hasLongLength() && valueLength > LONGEST_SHORT;
  }

  /** Bytes behind the header, padding and the delimiter of fragments included. */
  long ofValue(Element element) {
    if (isGroupLength(element)) {
      return 4;
    }
    return switch (element.value()) {
      case Value.Bytes(byte[] bytes) -> even(bytes.length);
      case Value.BulkData bulkData -> even(bulkData.range().length());
      case Value.Fragments fragments -> ofFragments(fragments);
      case Value.Sequence(List<Attributes> items) -> {
        long length = 0;
        for (Attributes item : items) {
          length += ITEM_HEADER + of(item);
        }
        yield length;
      }
    };
  }

  private static long ofFragments(Value.Fragments fragments) {
    long length = ITEM_HEADER + even(fragments.basicOffsetTable().length()) + ITEM_HEADER;
    for (ByteRange fragment : fragments.fragments()) {
      length += ITEM_HEADER + even(fragment.length());
    }
    return length;
  }

  /** Bytes of a group's elements behind its length (PS3.5 §7.2). */
  long ofGroup(Attributes attributes, int group) {
    long length = 0;
    for (Element element : attributes) {
      if (element.tag() >>> 16 == group && !isGroupLength(element)) {
        length += of(element);
      }
    }
    return length;
  }

  static boolean isGroupLength(Element element) {
    return (element.tag() & 0xFFFF) == 0;
  }

  static long even(long length) {
    return length + (length & 1);
  }
}
