package org.dicomgateway.hub.reading;

import java.io.IOException;
import java.io.InputStream;

/**
 * Big endian values of one width as little endian (PS3.5 §7.3); a rest too short stays as it is.
 */
final class SwappedStream extends InputStream {
  private final InputStream in;
  private final byte[] unit;
  private int next;
  private int filled;

  /**
   * @param unitLength bytes of a value: 2, 4 or 8
   */
  SwappedStream(InputStream in, int unitLength) {
    this.in = in;
    this.unit = new byte[unitLength];
  }

  @Override
  public int read() throws IOException {
    if (next == filled) {
      fill();
    }
    return filled == 0 ? -1 : unit[next++] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = 0;
    while (count < length) {
      int value = read();
      if (value < 0) {
        return count == 0 && length > 0 ? -1 : count;
      }
      bytes[offset + count++] = (byte) value;
    }
    return count;
  }

  private void fill() throws IOException {
    next = 0;
    filled = in.readNBytes(unit, 0, unit.length);
    if (filled == unit.length) {
      for (int i = 0, j = filled - 1; i < j; i++, j--) {
        byte swapped = unit[i];
        unit[i] = unit[j];
        unit[j] = swapped;
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
