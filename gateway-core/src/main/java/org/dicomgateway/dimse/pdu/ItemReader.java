package org.dicomgateway.dimse.pdu;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads fields and items, big endian (PS3.8 §9.3.1), and says so where they overrun. */
final class ItemReader {
  private static final int AE_TITLE_LENGTH = 16;
  private final ByteBuffer bytes;

  ItemReader(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  boolean hasRemaining() {
    return bytes.hasRemaining();
  }

  int remaining() {
    return bytes.remaining();
  }

  int u8() throws PduException {
    require(1);
    return Byte.toUnsignedInt(bytes.get());
  }

  int u16() throws PduException {
    require(2);
    return Short.toUnsignedInt(bytes.getShort());
  }

  long u32() throws PduException {
    require(4);
    return Integer.toUnsignedLong(bytes.getInt());
  }

  void skip(int length) throws PduException {
    bytes(length);
  }

  /** A view of the next bytes, not a copy. */
  ByteBuffer bytes(int length) throws PduException {
    require(length);
    ByteBuffer slice = bytes.slice(bytes.position(), length);
    bytes.position(bytes.position() + length);
    return slice;
  }

  byte[] array(int length) throws PduException {
    require(length);
    byte[] array = new byte[length];
    bytes.get(array);
    return array;
  }

  byte[] rest() throws PduException {
    return array(remaining());
  }

  ItemReader slice(int length) throws PduException {
    return new ItemReader(bytes(length));
  }

  int itemType() throws PduException {
    return u8();
  }

  /** The body of the item whose type was just read. */
  ItemReader item(int type) throws PduException {
    skip(1);
    int length = u16();
    if (length > remaining()) {
      throw overrun("item %02XH of %d bytes".formatted(type, length));
    }
    return slice(length);
  }

  String aeTitle() throws PduException {
    return ascii(AE_TITLE_LENGTH).strip();
  }

  /** The rest as a UID. */
  String uid() throws PduException {
    return uid(remaining());
  }

  /** Some senders pad UIDs with a zero byte or a space, though PS3.8 §F.1 has none. */
  String uid(int length) throws PduException {
    return ascii(length).replace("\0", "").strip();
  }

  String text() throws PduException {
    return ascii(remaining()).strip();
  }

  private String ascii(int length) throws PduException {
    return new String(array(length), StandardCharsets.ISO_8859_1);
  }

  private void require(int length) throws PduException {
    if (length > bytes.remaining()) {
      throw overrun("field of %d bytes".formatted(length));
    }
  }

  private PduException overrun(String what) {
    return new PduException(
        AAbort.Reason.INVALID_PDU_PARAMETER,
        "%s where %d bytes are left".formatted(what, bytes.remaining()));
  }
}
