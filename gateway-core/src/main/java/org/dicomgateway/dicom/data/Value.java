package org.dicomgateway.dicom.data;

import java.util.Arrays;
import java.util.List;

/** What an element holds: its bytes, or where they lie in the stream they were read from. */
public sealed interface Value {

  /** The value's bytes without change but for their order, which always is little endian. */
  record Bytes(byte[] littleEndian) implements Value {
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes(byte[] bytes) && Arrays.equals(littleEndian, bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(littleEndian);
    }

    @Override
    public String toString() {
      return "Bytes[" + littleEndian.length + "]";
    }
  }

  /** The items of a sequence. */
  record Sequence(List<Attributes> items) implements Value {}

  /**
   * A value that was left where it is.
   *
   * @param range bytes of the value, counted from the first byte of the stream that was read (of a
   *     Part 10 file: from its preamble); of a deflated data set: from the file's start as if the
   *     data set lay there inflated
   * @param bigEndian whether the bytes there are big endian
   */
  record BulkData(ByteRange range, boolean bigEndian) implements Value {}

  /**
   * Encapsulated pixel data (PS3.5 §A.4) that was left where it is.
   *
   * @param basicOffsetTable range of the first item's value, which may be empty
   * @param fragments ranges of the values of the other items, without their item headers
   */
  record Fragments(ByteRange basicOffsetTable, List<ByteRange> fragments) implements Value {}
}
