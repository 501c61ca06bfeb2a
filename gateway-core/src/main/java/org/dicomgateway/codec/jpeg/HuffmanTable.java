package org.dicomgateway.codec.jpeg;

import java.io.IOException;

/** A Huffman table (T.81 Annex C, decoding after §F.2.2.3). Immutable. */
final class HuffmanTable {
  private static final int LONGEST_CODE = 16;

  private final int[] smallestCode = new int[LONGEST_CODE + 1];
  private final int[] largestCode = new int[LONGEST_CODE + 1];
  private final int[] firstValue = new int[LONGEST_CODE + 1];
  private final byte[] values;

  /**
   * @param counts number of codes of each length from 1 to 16
   * @param values what the codes stand for, shortest code first
   */
  HuffmanTable(int[] counts, byte[] values) {
    this.values = values;
    int code = 0;
    int value = 0;
    for (int length = 1; length <= LONGEST_CODE; length++) {
      int count = counts[length - 1];
      firstValue[length] = value;
      smallestCode[length] = code;
      largestCode[length] = count == 0 ? -1 : code + count - 1;
      value += count;
      code = (code + count) << 1;
    }
  }

  int decode(EntropyBits bits) throws IOException {
    int code = 0;
    for (int length = 1; length <= LONGEST_CODE; length++) {
      code = code << 1 | bits.next();
      if (code <= largestCode[length]) {
        return values[firstValue[length] + code - smallestCode[length]] & 0xFF;
      }
    }
    throw new IOException("JPEG: no such Huffman code at byte " + bits.position());
  }
}
