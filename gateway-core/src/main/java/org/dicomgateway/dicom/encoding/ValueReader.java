package org.dicomgateway.dicom.encoding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Element;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.data.Value;
import org.dicomgateway.dicom.dictionary.ElementDictionary;

/** Takes the value behind a header that begins no sequence: into memory, or as its range. */
final class ValueReader {
  private final ByteSource in;
  private final long inlineLimit;
  private final MemoryBudget budget;

  ValueReader(ByteSource in, long inlineLimit, MemoryBudget budget) {
    this.in = in;
    this.inlineLimit = inlineLimit;
    this.budget = budget;
  }

  /** Puts the element into a data set; of a value that was cut off, what there is of it. */
  void read(ElementHeader header, DataSetEncoding encoding, Attributes attributes)
      throws IOException {
    if (header.hasUndefinedLength()) {
      readFragments(header, encoding, attributes);
    } else if (isLeft(header)) {
      leave(header, encoding, attributes);
    } else {
      readBytes(header, encoding, attributes);
    }
  }

  private boolean isLeft(ElementHeader header) {
    return header.vr().kind() == VR.Kind.BINARY
        && (header.length() > inlineLimit
            || header.length() > 0
                && isPixels(header.tag())
                && inlineLimit < ReadOptions.EVERYTHING);
  }

  private static boolean isPixels(int tag) {
    return tag == Tag.PixelData || tag == Tag.FloatPixelData || tag == Tag.DoubleFloatPixelData;
  }

  private void leave(ElementHeader header, DataSetEncoding encoding, Attributes attributes)
      throws IOException {
    long offset = in.position();
    long skipped = in.skip(header.length());
    ByteRange range = new ByteRange(offset, skipped);
    attributes.put(
        new Element(header.tag(), header.vr(), new Value.BulkData(range, encoding.bigEndian())));
    refuseCutOff(header, skipped);
  }

  private void readBytes(ElementHeader header, DataSetEncoding encoding, Attributes attributes)
      throws IOException {
    budget.take(header.length(), header);
    byte[] bytes = in.read((int) header.length());
    refuseCutOff(header, bytes.length);
    if (encoding.bigEndian()) {
      ByteOrders.swap(bytes, header.vr().unitLength());
    }
    Value value = bytes.length == 0 ? Value.Bytes.EMPTY : new Value.Bytes(bytes);
    attributes.put(new Element(header.tag(), header.vr(), value));
  }

  private static void refuseCutOff(ElementHeader header, long present) throws DicomParseException {
    if (present < header.length()) {
      throw new DicomParseException(
          header.position(),
          header.tag(),
          "value of %d bytes is cut off after %d".formatted(header.length(), present));
    }
  }

  /** Encapsulated pixel data (PS3.5 §A.4). */
  private void readFragments(ElementHeader header, DataSetEncoding encoding, Attributes attributes)
      throws IOException {
    List<ByteRange> items = new ArrayList<>();
    try {
      while (addFragment(header, encoding, items)) {}
    } finally {
      if (!items.isEmpty()) {
        ByteRange table = items.getFirst();
        List<ByteRange> fragments = List.copyOf(items.subList(1, items.size()));
        attributes.put(
            new Element(header.tag(), header.vr(), new Value.Fragments(table, fragments)));
      }
    }
  }

  private boolean addFragment(ElementHeader header, DataSetEncoding encoding, List<ByteRange> items)
      throws IOException {
    if (!in.has(8)) {
      throw new DicomParseException(in.position(), header.tag(), "data ends between fragments");
    }
    ElementHeader item = ElementHeader.readItem(in, encoding);
    if (item.tag() == Tag.SequenceDelimitationItem) {
      return false;
    }
    if (item.tag() != Tag.Item || item.hasUndefinedLength()) {
      throw new DicomParseException(
          item.position(), header.tag(), "no fragment where one should begin");
    }
    budget.take(MemoryBudget.OVERHEAD / 2, header);
    long offset = in.position();
    refuseCutOff(item, in.skip(item.length()));
    items.add(new ByteRange(offset, item.length()));
    return true;
  }

  /** What a value is, which may be something else than its header says. */
  VR understood(ElementHeader header, Level.DataSet level) throws IOException {
    if (header.hasUndefinedLength() && isPixels(header.tag())) {
      return header.vr() == VR.UN ? VR.OB : header.vr();
    }
    return level.encoding().explicitVr()
        ? understoodExplicit(header, level)
        : understoodImplicit(header, level.encoding());
  }

  /**
   * A public element that came as UN through a system that did not know it has the representation
   * that the dictionary gives (PS3.5 §6.2.2). UN always is little endian.
   */
  private VR understoodExplicit(ElementHeader header, Level.DataSet level) throws IOException {
    boolean isPrivate = (header.tag() >>> 16) % 2 == 1;
    if (header.vr() != VR.UN || level.encoding().bigEndian() || isPrivate) {
      return header.vr();
    }
    VR known = ElementDictionary.vrOf(header.tag(), level.attributes());
    boolean fits =
        known == VR.SQ ? holdsItems(header, level.encoding()) : !header.hasUndefinedLength();
    return fits ? known : VR.UN;
  }

  /**
   * An undefined length is that of a sequence. What only the dictionary takes for a sequence must
   * hold items: about private elements it may be wrong.
   */
  private VR understoodImplicit(ElementHeader header, DataSetEncoding encoding) throws IOException {
    if (header.hasUndefinedLength()) {
      return VR.SQ;
    }
    return header.vr() == VR.SQ && !holdsItems(header, encoding) ? VR.UN : header.vr();
  }

  private boolean holdsItems(ElementHeader header, DataSetEncoding encoding) throws IOException {
    return header.length() == 0 || in.has(4) && in.peekTag(0, encoding.bigEndian()) == Tag.Item;
  }
}
