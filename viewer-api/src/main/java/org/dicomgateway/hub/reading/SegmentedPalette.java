package org.dicomgateway.hub.reading;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Segmented palette colour lookup tables (PS3.3 §C.7.9.2) written out, since viewers take them for
 * plain ones and draw nothing.
 */
final class SegmentedPalette {
  private static final int DISCRETE = 0;
  private static final int LINEAR = 1;
  private static final int INDIRECT = 2;

  private final ByteBuffer segments;
  private final int bits;
  private final ByteBuffer entries;

  private SegmentedPalette(byte[] segments, int bits, int entryCount) {
    this.segments = ByteBuffer.wrap(segments).order(ByteOrder.LITTLE_ENDIAN);
    this.bits = bits;
    this.entries =
        ByteBuffer.allocate((entryCount * bits / 8 + 1) & ~1).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * All entries of a table, little endian.
   *
   * @param entryCount and {@code bits} (8 or 16) as the table's descriptor has them
   * @throws IllegalArgumentException if the segments do not fill the table
   */
  static byte[] expand(byte[] segments, int entryCount, int bits) {
    SegmentedPalette palette = new SegmentedPalette(segments, bits, entryCount);
    try {
      while (palette.written() < entryCount && palette.segments.hasRemaining()) {
        palette.segment(palette.value());
      }
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("segmented palette is damaged: " + e.getMessage(), e);
    }
    if (palette.written() < entryCount) {
      throw new IllegalArgumentException(
          "segmented palette has %d of %d entries".formatted(palette.written(), entryCount));
    }
    return palette.entries.array();
  }

  private int written() {
    return entries.position() * 8 / bits;
  }

  private int value() {
    return bits == 8 ? segments.get() & 0xFF : segments.getShort() & 0xFFFF;
  }

  private void write(int value) {
    if (bits == 8) {
      entries.put((byte) value);
    } else {
      entries.putShort((short) value);
    }
  }

  private void segment(int opcode) {
    int length = value();
    switch (opcode) {
      case DISCRETE -> discrete(length);
      case LINEAR -> linear(length, value());
      case INDIRECT -> indirect(length);
      default -> throw new IllegalArgumentException("segment of the unknown type " + opcode);
    }
  }

  private void discrete(int length) {
    for (int i = 0; i < length; i++) {
      write(value());
    }
  }

  private void linear(int length, int end) {
    if (written() == 0) {
      throw new IllegalArgumentException("linear segment without a value to start from");
    }
    int start =
        bits == 8
            ? entries.get(entries.position() - 1) & 0xFF
            : entries.getShort(entries.position() - 2) & 0xFFFF;
    for (int i = 1; i <= length; i++) {
      write(start + (int) Math.round((double) (end - start) * i / length));
    }
  }

  /** Segments that stand elsewhere in the table, at a byte offset in two values, low one first. */
  private void indirect(int count) {
    int offset = bits == 8 ? segments.getInt() : value() | value() << 16;
    int back = segments.position();
    segments.position(offset);
    for (int i = 0; i < count; i++) {
      int opcode = value();
      if (opcode == INDIRECT) {
        throw new IllegalArgumentException("indirect segment within an indirect segment");
      }
      segment(opcode);
    }
    segments.position(back);
  }
}
