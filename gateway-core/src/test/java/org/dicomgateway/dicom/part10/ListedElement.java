package org.dicomgateway.dicom.part10;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.Element;
import org.dicomgateway.dicom.data.Value;
import org.dicomgateway.testdata.Digests;

/**
 * An element as {@code elements.py} lists it.
 *
 * @param path tag, or tag/item/tag
 * @param value length and digest, or number of items; "- -" where pydicom keeps no bytes
 */
record ListedElement(String path, String vr, String value) {

  static ListedElement parse(String line) {
    String[] fields = line.split(" ", 4);
    if (!fields[0].equals("E")) {
      throw new IllegalArgumentException(line);
    }
    return new ListedElement(fields[1], fields[2], fields[3]);
  }

  /** Lists a data set and what is nested in it. */
  static void addTo(
      List<ListedElement> listing, String prefix, Attributes attributes, BulkDataSource source)
      throws IOException {
    for (Element element : attributes) {
      String path = prefix + "%08X".formatted(element.tag());
      listing.add(new ListedElement(path, element.vr().name(), value(element, source)));
      int number = 0;
      for (Attributes item : attributes.items(element.tag())) {
        number++;
        addTo(listing, path + "/" + number + "/", item, source);
      }
    }
  }

  private static String value(Element element, BulkDataSource source) throws IOException {
    return switch (element.value()) {
      case Value.Bytes(byte[] bytes) -> Digests.of(bytes);
      case Value.BulkData bulkData -> Digests.of(littleEndian(element, bulkData, source));
      case Value.Fragments fragments -> fragments.fragments().size() + " -";
      case Value.Sequence(List<Attributes> items) -> items.size() + " -";
    };
  }

  private static byte[] littleEndian(
      Element element, Value.BulkData bulkData, BulkDataSource source) throws IOException {
    byte[] bytes = source.bytes(bulkData.range());
    int unit = bulkData.bigEndian() ? element.vr().unitLength() : 1;
    byte[] swapped = bytes.clone();
    for (int i = 0; i < bytes.length / unit * unit; i++) {
      swapped[i] = bytes[i / unit * unit + unit - 1 - i % unit];
    }
    return swapped;
  }

  /** Paths of what one side takes for a private sequence, the other for bytes it does not know. */
  static Collection<String> sequencesThatOneSideDoesNotKnow(
      List<ListedElement> ones, List<ListedElement> others) {
    Map<String, String> representations = new HashMap<>();
    ones.forEach(one -> representations.put(one.path, one.vr));
    Collection<String> paths = new HashSet<>();
    for (ListedElement other : others) {
      String pair = representations.get(other.path) + other.vr;
      if (pair.equals("SQUN") || pair.equals("UNSQ")) {
        paths.add(other.path);
      }
    }
    return paths;
  }

  /** Equal, but what one dictionary of private elements lacks is UN there. */
  static int compare(ListedElement one, ListedElement other) {
    boolean sameVr =
        one.vr.equals(other.vr)
            || one.mayBeUnknown() && (one.vr.equals("UN") || other.vr.equals("UN"));
    boolean sameValue =
        one.value.equals(other.value) || one.value.equals("- -") || other.value.equals("- -");
    return one.path.equals(other.path) && sameVr && sameValue ? 0 : 1;
  }

  private boolean mayBeUnknown() {
    String tag = path.substring(path.length() - 8);
    return Integer.parseInt(tag.substring(0, 4), 16) % 2 == 1 || tag.endsWith("0000");
  }
}
