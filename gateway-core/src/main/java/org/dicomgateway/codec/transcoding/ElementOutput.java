package org.dicomgateway.codec.transcoding;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.dicomgateway.dicom.data.VR;

/** Headers and values of elements, little endian (PS3.5 §7.1), in memory. */
final class ElementOutput {
  static final int UNDEFINED = -1;

  private static final int LONGEST_SHORT = 0xFFFF;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  int size() {
    return out.size();
  }

  byte[] toByteArray() {
    return out.toByteArray();
  }

  /** The header of an element of implicit VR, of an item or of a delimiter. */
  void implicitHeader(int tag, int length) {
    number(tag >>> 16, 2);
    number(tag, 2);
    number(length, 4);
  }

  /** A value too long for its representation goes as UN (PS3.5 §6.2.2). */
  void explicitHeader(int tag, VR vr, int length) {
    boolean tooLong = !vr.hasLongLength() && Integer.compareUnsigned(length, LONGEST_SHORT) > 0;
    VR named = tooLong ? VR.UN : vr;
    number(tag >>> 16, 2);
    number(tag, 2);
    letters(named.name());
    if (named.hasLongLength()) {
      number(0, 2);
      number(length, 4);
    } else {
      number(length, 2);
    }
  }

  void letters(String vr) {
    out.writeBytes(vr.getBytes(StandardCharsets.US_ASCII));
  }

  void number(int value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write(value >>> Byte.SIZE * i);
    }
  }

  void value(ByteBuffer from, int length) {
    byte[] bytes = new byte[from.slice(from.position(), length).remaining()];
    from.get(bytes);
    out.writeBytes(bytes);
  }

  void append(ElementOutput nested) {
    out.writeBytes(nested.toByteArray());
  }

  static int tag(ByteBuffer from) {
    return Short.toUnsignedInt(from.getShort()) << 16 | Short.toUnsignedInt(from.getShort());
  }
}
