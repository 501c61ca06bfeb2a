package org.dicomgateway.hub.index;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.part10.FrameTable;

/**
 * A frame table as bytes. Native: {@code N}, offset, frame length, frame count. Encapsulated:
 * {@code E}, frame count, and per frame its number of fragments and for each the gap from the end
 * of the one before and its length. Numbers take seven bits a byte, lowest first.
 */
final class StoredFrames {
  private StoredFrames() {}

  static byte[] write(FrameTable table) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      switch (table) {
        case FrameTable.Native(long offset, long frameLength, int frameCount) -> {
          out.writeByte('N');
          writeNumber(out, offset);
          writeNumber(out, frameLength);
          writeNumber(out, frameCount);
        }
        case FrameTable.Encapsulated(List<List<ByteRange>> frames) -> {
          out.writeByte('E');
          writeFrames(out, frames);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void writeFrames(DataOutputStream out, List<List<ByteRange>> frames)
      throws IOException {
    writeNumber(out, frames.size());
    long end = 0;
    for (List<ByteRange> fragments : frames) {
      writeNumber(out, fragments.size());
      for (ByteRange fragment : fragments) {
        writeNumber(out, fragment.offset() - end);
        writeNumber(out, fragment.length());
        end = fragment.end();
      }
    }
  }

  static FrameTable read(byte[] bytes) {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    try {
      return switch (in.readByte()) {
        case 'N' -> new FrameTable.Native(readNumber(in), readNumber(in), (int) readNumber(in));
        case 'E' -> readFrames(in);
        default -> throw new IOException("unknown kind of frame table");
      };
    } catch (IOException e) {
      throw new UncheckedIOException("damaged row in the index, run hub reindex", e);
    }
  }

  private static FrameTable readFrames(DataInputStream in) throws IOException {
    int count = (int) readNumber(in);
    List<List<ByteRange>> frames = new ArrayList<>(count);
    long end = 0;
    for (int i = 0; i < count; i++) {
      int fragmentCount = (int) readNumber(in);
      List<ByteRange> fragments = new ArrayList<>(fragmentCount);
      for (int j = 0; j < fragmentCount; j++) {
        ByteRange fragment = new ByteRange(end + readNumber(in), readNumber(in));
        fragments.add(fragment);
        end = fragment.end();
      }
      frames.add(List.copyOf(fragments));
    }
    return new FrameTable.Encapsulated(List.copyOf(frames));
  }

  /** Zigzag, as a file may have its fragments in any order of frames. */
  private static void writeNumber(DataOutputStream out, long number) throws IOException {
    long left = number << 1 ^ number >> 63;
    while ((left & ~0x7FL) != 0) {
      out.writeByte((int) (left & 0x7F | 0x80));
      left >>>= 7;
    }
    out.writeByte((int) left);
  }

  private static long readNumber(DataInputStream in) throws IOException {
    long number = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = in.readUnsignedByte();
      number |= (long) (next & 0x7F) << shift;
      if ((next & 0x80) == 0) {
        return number >>> 1 ^ -(number & 1);
      }
    }
    throw new IOException("number too long");
  }
}
