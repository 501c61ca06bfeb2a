package org.dicomgateway.dicom.encoding;

import java.io.IOException;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.TransferSyntax;

/**
 * What the bytes of elements are to be read by, in a data set or in one item of it.
 *
 * @param explicitVr whether elements name their value representation (PS3.5 §7.1.2)
 * @param bigEndian order of bytes in numbers (PS3.5 §7.3)
 */
record DataSetEncoding(boolean explicitVr, boolean bigEndian) {
  static final DataSetEncoding IMPLICIT_LITTLE_ENDIAN = new DataSetEncoding(false, false);

  private static final int ITEM_GROUP = 0xFFFE;

  /** Group 0008, with which nearly every data set begins, in the wrong byte order. */
  private static final int IDENTIFYING_GROUP_SWAPPED = 0x0800;

  static DataSetEncoding of(TransferSyntax syntax) {
    return new DataSetEncoding(syntax.explicitVr(), syntax.bigEndian());
  }

  /**
   * The encoding that the first element of a data set shows, where a sender names a wrong one.
   * Nothing but letters stands where explicit VR has the value representation; as a length they
   * would be over 16 KiB, which no first element has.
   */
  DataSetEncoding seenInDataSet(ByteSource in) throws IOException {
    if (!in.has(8)) {
      return this;
    }
    boolean swapped = in.peekShort(0, bigEndian) == IDENTIFYING_GROUP_SWAPPED;
    boolean order = swapped ? !bigEndian : bigEndian;
    boolean named = areLetters(in.peek(4), in.peek(5));
    return new DataSetEncoding(named, order);
  }

  /**
   * Likewise of an item: some senders write private sequences in implicit VR within explicit, some
   * the other way round.
   *
   * @param end first byte behind the item or what it is in
   */
  DataSetEncoding seenInItem(ByteSource in, long end) throws IOException {
    if (!in.has(8) || in.peekShort(0, bigEndian) == ITEM_GROUP) {
      return this;
    }
    if (explicitVr) {
      return areLetters(in.peek(4), in.peek(5)) ? this : new DataSetEncoding(false, bigEndian);
    }
    boolean overrun = in.position() + Integer.toUnsignedLong(in.peekInt(4, bigEndian)) > end;
    boolean named = VR.of(in.peek(4), in.peek(5)).isPresent();
    return named && (overrun || end == Long.MAX_VALUE)
        ? new DataSetEncoding(true, bigEndian)
        : this;
  }

  static boolean areLetters(int first, int second) {
    return isUpperCase(first) && isUpperCase(second);
  }

  private static boolean isUpperCase(int character) {
    return character >= 'A' && character <= 'Z';
  }
}
