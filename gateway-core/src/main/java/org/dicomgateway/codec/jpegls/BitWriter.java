package org.dicomgateway.codec.jpegls;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A growing codestream: bytes of markers, and bits with a zero bit stuffed in behind every byte FF,
 * so that no marker comes up among them (T.87 A.1).
 */
final class BitWriter {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private byte[] bytes;
  private int length;

  /** The last bits, right-aligned; what stands left of them is of no meaning. */
  private long pending;

  private int pendingBits;

  /** 7 after a byte FF, else 8. */
  private int nextByteBits = 8;

  BitWriter(int capacity) {
    bytes = new byte[capacity];
  }

  /** Makes room for so many bytes more, each perhaps stuffed; nothing below asks for it again. */
  void reserve(long more) {
    long needed = length + more + more / 7 + Long.BYTES;
    if (needed > bytes.length) {
      long ample = Math.min(bytes.length * 3L / 2, LARGEST_ARRAY);
      bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.max(needed, ample)));
    }
  }

  void octet(int value) {
    bytes[length++] = (byte) value;
  }

  void word(int value) {
    octet(value >> 8);
    octet(value);
  }

  void marker(int marker) {
    octet(Marker.PREFIX);
    octet(marker);
  }

  /** Appends 0 to 32 bits; those of the value left of them are zero. */
  void bits(int value, int count) {
    pending = pending << count | value & 0xFFFF_FFFFL;
    pendingBits += count;
    if (pendingBits >= Integer.SIZE) {
      flushWord();
    }
  }

  /** Appends a Golomb code of limited length (A.5.3). */
  void golomb(int mapped, int k, int limit, int errorBits) {
    int high = mapped >>> k;
    int escape = limit - errorBits - 1;
    if (high + 1 + k <= Integer.SIZE && high < escape) {
      bits(1 << k | mapped & (1 << k) - 1, high + 1 + k);
    } else if (high < escape) {
      zeros(high);
      bits(1 << k | mapped & (1 << k) - 1, k + 1);
    } else {
      zeros(escape);
      bits(1 << errorBits | mapped - 1 & (1 << errorBits) - 1, errorBits + 1);
    }
  }

  private void zeros(int count) {
    bits(0, count >> 1);
    bits(0, count - (count >> 1));
  }

  private void flushWord() {
    int word = (int) (pending >>> pendingBits - Integer.SIZE);
    int flipped = ~word;
    boolean holdsPrefix = (flipped - 0x0101_0101 & word & 0x8080_8080) != 0;
    if (holdsPrefix || nextByteBits != 8) {
      flushBytes();
    } else {
      WORDS.set(bytes, length, word);
      length += Integer.BYTES;
      pendingBits -= Integer.SIZE;
    }
  }

  private void flushBytes() {
    while (pendingBits >= nextByteBits) {
      pendingBits -= nextByteBits;
      int octet = (int) (pending >>> pendingBits) & (1 << nextByteBits) - 1;
      octet(octet);
      nextByteBits = octet == Marker.PREFIX ? 7 : 8;
    }
  }

  /** Fills the last byte up with zeros, so that a marker may follow. */
  void endBits() {
    flushBytes();
    if (pendingBits > 0 || nextByteBits != 8) {
      bits(0, nextByteBits - pendingBits);
      flushBytes();
    }
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }
}
