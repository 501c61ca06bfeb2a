package org.dicomgateway.codec.jpegls;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The bits between two markers, without the zero bits that are stuffed in behind bytes FF (T.87
 * A.1). At the marker zeros follow without end; {@link #endsAtMarker} tells whether they were used.
 */
final class BitReader {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] bytes;
  private int position;

  /** The next bits, left-aligned. */
  private long cache;

  private int cached;

  /** Zeros in the cache that are not in the stream. */
  private int added;

  BitReader(byte[] bytes, int position) {
    this.bytes = bytes;
    this.position = position;
  }

  /** First byte that was not taken; behind bits, that of the marker if these are used up. */
  int position() {
    return position;
  }

  /** Whether the bits were enough. */
  boolean sufficed() {
    return cached >= added;
  }

  /** Whether all bits are used but those that fill up the last byte, or a stuffed one behind it. */
  boolean endsAtMarker() {
    fill();
    return sufficed() && cached - added < 2 * Byte.SIZE;
  }

  /** Goes behind a marker, to other bits. */
  void skipMarker() {
    position += 2;
    cache = 0;
    cached = 0;
    added = 0;
  }

  /** 1 to 32 bits. */
  int bits(int count) {
    fill();
    int value = (int) (cache >>> Long.SIZE - count);
    consume(count);
    return value;
  }

  /**
   * A number in a Golomb code of limited length (A.5.3).
   *
   * @return of any size if the stream is damaged, but not negative
   */
  int golomb(int k, int limit, int errorBits) {
    fill();
    int zeros = Long.numberOfLeadingZeros(cache);
    int escape = limit - errorBits - 1;
    if (zeros < escape && zeros + 1 + k < cached) {
      int low = (int) (cache << zeros + 1 >>> 1 >>> Long.SIZE - 1 - k);
      consume(zeros + 1 + k);
      return zeros << k | low;
    }
    return longGolomb(k, escape, errorBits);
  }

  private int longGolomb(int k, int escape, int errorBits) {
    int zeros = 0;
    while (zeros <= escape && bits(1) == 0) {
      zeros++;
    }
    if (zeros > escape) {
      return Integer.MAX_VALUE;
    }
    if (zeros == escape) {
      return bits(errorBits) + 1;
    }
    return k == 0 ? zeros : zeros << k | bits(k);
  }

  private void consume(int count) {
    cache <<= count;
    cached -= count;
  }

  /** Sees to it that 32 bits are there. */
  private void fill() {
    if (cached < Integer.SIZE) {
      fillWord();
    }
  }

  private void fillWord() {
    if (position + Integer.BYTES <= bytes.length) {
      int word = (int) WORDS.get(bytes, position);
      boolean holdsPrefix = (~word - 0x0101_0101 & word & 0x8080_8080) != 0;
      if (!holdsPrefix && bytes[position - 1] != (byte) Marker.PREFIX) {
        cache |= (word & 0xFFFF_FFFFL) << Integer.SIZE - cached;
        cached += Integer.SIZE;
        position += Integer.BYTES;
        return;
      }
    }
    fillBytes();
  }

  private void fillBytes() {
    while (cached <= Long.SIZE - Byte.SIZE) {
      if (atMarker()) {
        added += Long.SIZE - cached;
        cached = Long.SIZE;
        return;
      }
      int width = bytes[position - 1] == (byte) Marker.PREFIX ? 7 : 8;
      cache |= (bytes[position++] & 0xFFL) << Long.SIZE - width - cached;
      cached += width;
    }
  }

  /** A marker, or the end of everything: FF before a byte that has no zero stuffed in. */
  private boolean atMarker() {
    return position >= bytes.length
        || bytes[position] == (byte) Marker.PREFIX
            && (position + 1 == bytes.length || bytes[position + 1] < 0);
  }
}
