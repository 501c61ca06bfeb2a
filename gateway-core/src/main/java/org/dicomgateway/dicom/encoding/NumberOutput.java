package org.dicomgateway.dicom.encoding;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes numbers in one byte order. */
final class NumberOutput {
  private final OutputStream out;
  private final boolean bigEndian;

  NumberOutput(OutputStream out, boolean bigEndian) {
    this.out = out;
    this.bigEndian = bigEndian;
  }

  void writeByte(int value) throws IOException {
    out.write(value);
  }

  void writeShort(int value) throws IOException {
    out.write(bigEndian ? value >>> 8 : value);
    out.write(bigEndian ? value : value >>> 8);
  }

  void writeInt(long value) throws IOException {
    writeShort((int) (bigEndian ? value >>> 16 : value));
    writeShort((int) (bigEndian ? value : value >>> 16));
  }

  /** Group and element, each in the byte order (PS3.5 §7.1.1). */
  void writeTag(int tag) throws IOException {
    writeShort(tag >>> 16);
    writeShort(tag);
  }

  void writeLetters(String ascii) throws IOException {
    out.write(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  void write(byte[] bytes, int length) throws IOException {
    out.write(bytes, 0, length);
  }
}
