package org.dicomgateway.dicom.encoding;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Element;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.data.Value;

/** Writes elements in one encoding, nested ones by recursion. */
final class ElementWriter {
  private static final int COPY_CHUNK = 8 * 1024;

  private final DataSetEncoding encoding;
  private final NumberOutput out;
  private final BulkDataSource source;
  private final EncodedLengths lengths;

  ElementWriter(DataSetEncoding encoding, OutputStream out, BulkDataSource source) {
    this.encoding = encoding;
    this.out = new NumberOutput(out, encoding.bigEndian());
    this.source = source;
    this.lengths = new EncodedLengths(encoding);
  }

  void write(Attributes attributes) throws IOException {
    for (Element element : attributes) {
      if (EncodedLengths.isGroupLength(element)) {
        writeHeader(element.tag(), VR.UL, 4);
        out.writeInt(lengths.ofGroup(attributes, element.tag() >>> 16));
      } else {
        write(element);
      }
    }
  }

  private void write(Element element) throws IOException {
    long length = lengths.ofValue(element);
    VR vr =
        encoding.explicitVr() && EncodedLengths.isTooLong(element, length) ? VR.UN : element.vr();
    switch (element.value()) {
      case Value.Bytes(byte[] bytes) -> {
        writeHeader(element.tag(), vr, length);
        writeBytes(bytes, vr, element.vr().padding());
      }
      case Value.BulkData bulkData -> {
        writeHeader(element.tag(), vr, length);
        copy(bulkData, vr);
      }
      case Value.Fragments fragments -> {
        writeHeader(element.tag(), vr, ElementHeader.UNDEFINED);
        writeFragments(fragments);
      }
      case Value.Sequence(List<Attributes> items) -> {
        writeHeader(element.tag(), VR.SQ, length);
        writeItems(items);
      }
    }
  }

  private void writeHeader(int tag, VR vr, long length) throws IOException {
    if (length > ElementHeader.UNDEFINED) {
      throw new IllegalArgumentException("value of %d bytes has no length".formatted(length));
    }
    out.writeTag(tag);
    if (!encoding.explicitVr()) {
      out.writeInt(length);
      return;
    }
    out.writeLetters(vr.name());
    if (vr.hasLongLength()) {
      out.writeShort(0);
      out.writeInt(length);
    } else {
      out.writeShort((int) length);
    }
  }

  private void writeItems(List<Attributes> items) throws IOException {
    for (Attributes item : items) {
      writeItemHeader(Tag.Item, lengths.of(item));
      write(item);
    }
  }

  private void writeItemHeader(int tag, long length) throws IOException {
    out.writeTag(tag);
    out.writeInt(length);
  }

  private void writeBytes(byte[] littleEndian, VR vr, byte padding) throws IOException {
    byte[] bytes = littleEndian;
    if (encoding.bigEndian() && vr.unitLength() > 1) {
      bytes = littleEndian.clone();
      ByteOrders.swap(bytes, vr.unitLength());
    }
    out.write(bytes, bytes.length);
    if (bytes.length % 2 == 1) {
      out.writeByte(padding);
    }
  }

  private void writeFragments(Value.Fragments fragments) throws IOException {
    writeFragment(fragments.basicOffsetTable());
    for (ByteRange fragment : fragments.fragments()) {
      writeFragment(fragment);
    }
    writeItemHeader(Tag.SequenceDelimitationItem, 0);
  }

  private void writeFragment(ByteRange fragment) throws IOException {
    writeItemHeader(Tag.Item, EncodedLengths.even(fragment.length()));
    copy(new Value.BulkData(fragment, encoding.bigEndian()), VR.OB);
  }

  private void copy(Value.BulkData bulkData, VR vr) throws IOException {
    int unitLength = bulkData.bigEndian() == encoding.bigEndian() ? 1 : vr.unitLength();
    long left = bulkData.range().length();
    if (left == 0) {
      return;
    }
    try (InputStream in = source.open(bulkData.range())) {
      while (left > 0) {
        byte[] chunk = in.readNBytes((int) Math.min(left, COPY_CHUNK));
        if (chunk.length == 0) {
          throw new IOException("source ends %d bytes before %s".formatted(left, bulkData.range()));
        }
        ByteOrders.swap(chunk, unitLength);
        out.write(chunk, chunk.length);
        left -= chunk.length;
      }
    }
    if (bulkData.range().length() % 2 == 1) {
      out.writeByte(vr.padding());
    }
  }
}
