package org.dicomgateway.dimse.pdu;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Writes fields and items, big endian (PS3.8 §9.3.1). */
final class ItemWriter {
  private static final int AE_TITLE_LENGTH = 16;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  ItemWriter u8(int value) {
    bytes.write(value);
    return this;
  }

  ItemWriter u16(int value) {
    if (value > 0xFFFF) {
      throw new IllegalArgumentException("an item of " + value + " bytes is too long");
    }
    return u8(value >>> 8).u8(value);
  }

  ItemWriter u32(long value) {
    return u8((int) (value >>> 24))
        .u8((int) (value >>> 16))
        .u8((int) (value >>> 8))
        .u8((int) value);
  }

  ItemWriter zeros(int length) {
    return bytes(new byte[length]);
  }

  ItemWriter bytes(byte[] value) {
    bytes.writeBytes(value);
    return this;
  }

  ItemWriter bytes(ByteBuffer value) {
    byte[] array = new byte[value.remaining()];
    value.get(array);
    return bytes(array);
  }

  ItemWriter ascii(String value) {
    return bytes(value.getBytes(StandardCharsets.ISO_8859_1));
  }

  ItemWriter lengthAndAscii(String value) {
    return u16(value.length()).ascii(value);
  }

  ItemWriter aeTitle(String title) {
    if (title.length() > AE_TITLE_LENGTH) {
      throw new IllegalArgumentException("AE title longer than 16 characters: " + title);
    }
    return ascii(title).ascii(" ".repeat(AE_TITLE_LENGTH - title.length()));
  }

  /** An item: type, reserved byte, length, body. */
  ItemWriter item(int type, Consumer<ItemWriter> body) {
    ItemWriter inner = new ItemWriter();
    body.accept(inner);
    return u8(type).u8(0).u16(inner.size()).bytes(inner.toByteArray());
  }

  int size() {
    return bytes.size();
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
