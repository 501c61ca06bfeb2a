package org.dicomgateway.hub.reading;

import java.io.InputStream;

/**
 * Big endian values of one width as little endian (PS3.5 §7.3); a rest too short stays as it is.
 */
final class SwappedStream extends ConvertedStream {
  /**
   * @param unitLength bytes of a value: 2, 4 or 8
   */
  SwappedStream(InputStream in, int unitLength) {
    super(in, unitLength, unitLength);
  }

  @Override
  int convert(byte[] stored, int length, byte[] swapped) {
    boolean isWhole = length == stored.length;
    for (int i = 0; i < length; i++) {
      swapped[i] = stored[isWhole ? length - 1 - i : i];
    }
    return length;
  }
}
