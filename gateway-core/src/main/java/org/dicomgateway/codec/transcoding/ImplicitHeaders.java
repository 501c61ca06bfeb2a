package org.dicomgateway.codec.transcoding;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.encoding.DataSetReader;

/** The way back from {@link ExplicitHeaders}; needs no dictionary. */
final class ImplicitHeaders {
  private final ByteBuffer in;
  private int depth;

  private ImplicitHeaders(ByteBuffer in) {
    this.in = in;
  }

  /**
   * @throws IOException if {@link ExplicitHeaders} did not write this
   */
  static byte[] of(byte[] explicit) throws IOException {
    ElementOutput out = new ElementOutput();
    try {
      ByteBuffer in = ByteBuffer.wrap(explicit).order(ByteOrder.LITTLE_ENDIAN);
      new ImplicitHeaders(in).elements(explicit.length, out);
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IOException("no data set of a transcoded file: its lengths contradict", e);
    }
    return out.toByteArray();
  }

  private void elements(int end, ElementOutput out) throws IOException {
    while (in.position() < end) {
      int tag = ElementOutput.tag(in);
      if (tag == Tag.ItemDelimitationItem) {
        out.implicitHeader(tag, in.getInt());
        return;
      }
      VR vr = vr(tag);
      int length = vr.hasLongLength() ? longLength() : Short.toUnsignedInt(in.getShort());
      if (vr == VR.SQ) {
        sequence(tag, length, out);
      } else {
        out.implicitHeader(tag, length);
        out.value(in, length);
      }
    }
  }

  private VR vr(int tag) throws IOException {
    return VR.of(in.get(), in.get())
        .orElseThrow(
            () ->
                new IOException(
                    "no data set of a transcoded file: (%04X,%04X) has no value representation"
                        .formatted(tag >>> 16, tag & 0xFFFF)));
  }

  private int longLength() {
    in.getShort();
    return in.getInt();
  }

  private void sequence(int tag, int length, ElementOutput out) throws IOException {
    if (++depth > DataSetReader.MAX_DEPTH) {
      throw new IOException("no data set of a transcoded file: nested too deep");
    }
    ElementOutput value = new ElementOutput();
    items(end(length), value);
    out.implicitHeader(
        tag, length == ElementOutput.UNDEFINED ? ElementOutput.UNDEFINED : value.size());
    out.append(value);
    depth--;
  }

  private void items(int end, ElementOutput out) throws IOException {
    while (in.position() < end) {
      int tag = ElementOutput.tag(in);
      int length = in.getInt();
      if (tag == Tag.SequenceDelimitationItem) {
        out.implicitHeader(tag, length);
        return;
      }
      ElementOutput item = new ElementOutput();
      elements(end(length), item);
      out.implicitHeader(
          tag, length == ElementOutput.UNDEFINED ? ElementOutput.UNDEFINED : item.size());
      out.append(item);
    }
  }

  private int end(int length) {
    return length == ElementOutput.UNDEFINED ? in.limit() : in.position() + length;
  }
}
