package org.dicomgateway.dicom.encoding;

import java.io.IOException;
import java.util.Optional;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.ElementDictionary;

/**
 * Tag, value representation and length before a value (PS3.5 §7.1).
 *
 * @param position of the tag
 * @param length bytes, or {@link #UNDEFINED}
 */
record ElementHeader(long position, int tag, VR vr, long length) {
  static final long UNDEFINED = 0xFFFFFFFFL;

  private static final int ITEM_GROUP = 0xFFFE;

  ElementHeader as(VR other) {
    return new ElementHeader(position, tag, other, length);
  }

  boolean hasUndefinedLength() {
    return length == UNDEFINED;
  }

  /**
   * Takes a header from a source.
   *
   * @param context elements before this one, by which implicit VR finds private creators
   */
  static ElementHeader read(ByteSource in, DataSetEncoding encoding, Attributes context)
      throws IOException {
    boolean bigEndian = encoding.bigEndian();
    require(in, 8, in.has(4) ? in.peekTag(0, bigEndian) : 0);
    int tag = in.peekTag(0, bigEndian);
    if (tag >>> 16 == ITEM_GROUP) {
      return readItem(in, encoding);
    }
    if (encoding.explicitVr()) {
      return readExplicit(in, tag, bigEndian, context);
    }
    return read(in, tag, ElementDictionary.vrOf(tag, context), 4, bigEndian);
  }

  /** Takes the header of an item or delimiter, which has no representation (PS3.5 §7.5). */
  static ElementHeader readItem(ByteSource in, DataSetEncoding encoding) throws IOException {
    require(in, 8, Tag.Item);
    return read(in, in.peekTag(0, encoding.bigEndian()), VR.UN, 4, encoding.bigEndian());
  }

  private static ElementHeader readExplicit(
      ByteSource in, int tag, boolean bigEndian, Attributes context) throws IOException {
    int first = in.peek(4);
    int second = in.peek(5);
    Optional<VR> named = VR.of(first, second);
    if (named.isPresent() && !named.get().hasLongLength()) {
      return readShort(in, tag, named.get(), bigEndian);
    }
    if (named.isEmpty() && !DataSetEncoding.areLetters(first, second)) {
      return readShort(in, tag, ElementDictionary.vrOf(tag, context), bigEndian);
    }
    // Representations that are still to come will have the long form (PS3.5 §7.1.2).
    require(in, 12, tag);
    return read(in, tag, named.orElse(VR.UN), 8, bigEndian);
  }

  private static ElementHeader readShort(ByteSource in, int tag, VR vr, boolean bigEndian)
      throws IOException {
    long position = in.position();
    long length = in.peekShort(6, bigEndian);
    in.skip(8);
    return new ElementHeader(position, tag, vr, length);
  }

  /** Takes a header whose length has 32 bits and stands at its end. */
  private static ElementHeader read(ByteSource in, int tag, VR vr, int lengthAt, boolean bigEndian)
      throws IOException {
    long position = in.position();
    long length = Integer.toUnsignedLong(in.peekInt(lengthAt, bigEndian));
    in.skip(lengthAt + 4);
    return new ElementHeader(position, tag, vr, length);
  }

  private static void require(ByteSource in, int count, int tag) throws IOException {
    if (!in.has(count)) {
      throw new DicomParseException(in.position(), tag, "data ends within an element's header");
    }
  }
}
