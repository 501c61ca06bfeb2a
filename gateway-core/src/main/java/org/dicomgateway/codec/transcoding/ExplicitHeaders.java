package org.dicomgateway.codec.transcoding;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.dicomgateway.codec.transcoding.NotTranscodedException.Reason;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Element;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.data.Value;

/**
 * Elements of Implicit VR Little Endian with the headers of Explicit VR: the same elements, values,
 * items and delimiters in the same order; defined lengths stay defined, undefined ones undefined.
 * {@link ImplicitHeaders} is the way back. Group lengths (PS3.5 §7.2, retired) keep their values.
 */
final class ExplicitHeaders {
  private final ByteBuffer in;

  private ExplicitHeaders(ByteBuffer in) {
    this.in = in;
  }

  /**
   * @param understood the data set as it was read, which knows what everything is
   * @throws NotTranscodedException if what was read does not stand there so
   */
  static byte[] of(byte[] implicit, Attributes understood) throws NotTranscodedException {
    ElementOutput out = new ElementOutput();
    try {
      ByteBuffer in = ByteBuffer.wrap(implicit).order(ByteOrder.LITTLE_ENDIAN);
      new ExplicitHeaders(in).elements(implicit.length, understood, out);
    } catch (BufferUnderflowException | IndexOutOfBoundsException | NoSuchElementException e) {
      throw new NotTranscodedException(
          Reason.NOT_REVERSIBLE, "its elements do not stand as they were read");
    }
    return out.toByteArray();
  }

  private void elements(int end, Attributes understood, ElementOutput out) {
    while (in.position() < end) {
      int tag = ElementOutput.tag(in);
      int length = in.getInt();
      if (tag == Tag.ItemDelimitationItem) {
        out.implicitHeader(tag, length);
        return;
      }
      Element element = understood.element(tag).orElseThrow();
      if (element.value() instanceof Value.Sequence(List<Attributes> items)) {
        sequence(tag, length, items, out);
      } else {
        out.explicitHeader(tag, element.vr(), length);
        out.value(in, length);
      }
    }
  }

  private void sequence(int tag, int length, List<Attributes> items, ElementOutput out) {
    ElementOutput value = new ElementOutput();
    items(end(length), items.iterator(), value);
    out.explicitHeader(
        tag, VR.SQ, length == ElementOutput.UNDEFINED ? ElementOutput.UNDEFINED : value.size());
    out.append(value);
  }

  private void items(int end, Iterator<Attributes> items, ElementOutput out) {
    while (in.position() < end) {
      int tag = ElementOutput.tag(in);
      int length = in.getInt();
      if (tag == Tag.SequenceDelimitationItem) {
        out.implicitHeader(tag, length);
        return;
      }
      ElementOutput item = new ElementOutput();
      elements(end(length), items.next(), item);
      out.implicitHeader(
          tag, length == ElementOutput.UNDEFINED ? ElementOutput.UNDEFINED : item.size());
      out.append(item);
    }
  }

  private int end(int length) {
    return length == ElementOutput.UNDEFINED ? in.limit() : in.position() + length;
  }
}
