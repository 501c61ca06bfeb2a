package org.dicomgateway.codec.transcoding;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import org.dicomgateway.dicom.data.Tag;

/**
 * Writes Pixel Data of a fragment per frame (PS3.5 §A.4). Its Basic Offset Table, which comes
 * first, is filled in last. 32 bits are enough there: native pixel data has no longer length, and
 * what does not become smaller is given up.
 */
final class CodedPixelData {
  /** Tag, OB, two reserved bytes, undefined length. */
  static final int ELEMENT_HEADER = 12;

  static final int ITEM_HEADER = 8;
  static final int TABLE_ENTRY = 4;

  private final FileChannel file;
  private final OutputStream out;
  private final ByteBuffer table;
  private final long tableAt;
  private long written;

  /**
   * @param file stands where the element is to begin
   */
  CodedPixelData(FileChannel file, int frames) throws IOException {
    this.file = file;
    this.out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
    this.table = little(Math.multiplyExact(frames, TABLE_ENTRY));
    this.tableAt = file.position() + ELEMENT_HEADER + ITEM_HEADER;
    out.write(elementHeader());
    out.write(header(Tag.Item, table.capacity()));
    out.write(table.array());
  }

  static byte[] elementHeader() {
    return little(ELEMENT_HEADER)
        .putShort((short) (Tag.PixelData >>> 16))
        .putShort((short) Tag.PixelData)
        .put("OB".getBytes(US_ASCII))
        .putShort((short) 0)
        .putInt(ElementOutput.UNDEFINED)
        .array();
  }

  /** Of an item or delimiter. */
  static byte[] header(int tag, int length) {
    return little(ITEM_HEADER)
        .putShort((short) (tag >>> 16))
        .putShort((short) tag)
        .putInt(length)
        .array();
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Adds the next frame. */
  void add(byte[] codestream) throws IOException {
    int padding = codestream.length & 1;
    table.putInt((int) written);
    out.write(header(Tag.Item, codestream.length + padding));
    out.write(codestream);
    out.write(new byte[padding]);
    written += ITEM_HEADER + codestream.length + padding;
  }

  /** Bytes of all frames so far. */
  long written() {
    return written;
  }

  /** Ends the element, and with it what stands behind. */
  void end(byte[] behind) throws IOException {
    out.write(header(Tag.SequenceDelimitationItem, 0));
    out.write(behind);
    out.flush();
    table.flip();
    while (table.hasRemaining()) {
      file.write(table, tableAt + table.position());
    }
  }
}
