package org.dicomgateway.dicom.encoding;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.dictionary.TransferSyntax;

/** Data sets written byte by byte, in little endian, wrong ones too. */
final class EncodedBytes {
  static final long UNDEFINED = 0xFFFFFFFFL;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  EncodedBytes implicit(int tag, String value) {
    return implicit(tag, value.length()).text(value);
  }

  /** Without the value, which is up to the caller. */
  EncodedBytes implicit(int tag, long length) {
    return tag(tag).number(length, 4);
  }

  EncodedBytes explicit(int tag, String vr, String value) {
    return explicit(tag, vr, value.length()).text(value);
  }

  /** With a length of 16 bits, without the value. */
  EncodedBytes explicit(int tag, String vr, int length) {
    return tag(tag).text(vr).number(length, 2);
  }

  /** With a length of 32 bits, without the value. */
  EncodedBytes explicitLong(int tag, String vr, long length) {
    return tag(tag).text(vr).number(0, 2).number(length, 4);
  }

  EncodedBytes item(long length) {
    return implicit(0xFFFEE000, length);
  }

  EncodedBytes endOfItem() {
    return implicit(0xFFFEE00D, 0);
  }

  EncodedBytes endOfSequence() {
    return implicit(0xFFFEE0DD, 0);
  }

  private EncodedBytes tag(int tag) {
    return number(tag >>> 16, 2).number(tag & 0xFFFF, 2);
  }

  EncodedBytes number(long value, int length) {
    for (int i = 0; i < length; i++) {
      bytes.write((int) (value >>> 8 * i));
    }
    return this;
  }

  EncodedBytes text(String latin1) {
    bytes.writeBytes(latin1.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  EncodedBytes zeros(int count) {
    bytes.writeBytes(new byte[count]);
    return this;
  }

  int length() {
    return bytes.size();
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  Attributes read(String syntax) throws IOException {
    return readLeniently(syntax, ReadOptions.WHOLE).orThrow();
  }

  DataSetReader.Reading readLeniently(String syntax, ReadOptions options) throws IOException {
    ByteSource source = new ByteSource(new ByteArrayInputStream(toBytes()), 0);
    return DataSetReader.readLeniently(source, TransferSyntax.of(syntax), options);
  }

  Attributes readExplicit() throws IOException {
    return read(UID.ExplicitVRLittleEndian);
  }

  Attributes readImplicit() throws IOException {
    return read(UID.ImplicitVRLittleEndian);
  }
}
