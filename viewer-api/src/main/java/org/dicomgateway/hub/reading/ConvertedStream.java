package org.dicomgateway.hub.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that is converted on its way, a unit of a few bytes at a time. */
abstract class ConvertedStream extends InputStream {
  private final InputStream in;
  private final byte[] stored;
  private final byte[] converted;
  private int next;
  private int filled;

  /**
   * @param storedUnit bytes that are read at a time
   * @param convertedUnit bytes that become of them at most
   */
  ConvertedStream(InputStream in, int storedUnit, int convertedUnit) {
    this.in = new BufferedInputStream(in);
    this.stored = new byte[storedUnit];
    this.converted = new byte[convertedUnit];
  }

  /**
   * Converts a unit and returns how many bytes became of it.
   *
   * @param length bytes that are there: fewer than a unit only at the end, 0 behind it
   */
  abstract int convert(byte[] stored, int length, byte[] converted);

  @Override
  public int read() throws IOException {
    if (next == filled) {
      filled = convert(stored, in.readNBytes(stored, 0, stored.length), converted);
      next = 0;
    }
    return filled == 0 ? -1 : converted[next++] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = 0;
    while (count < length) {
      int value = read();
      if (value < 0) {
        return count == 0 ? -1 : count;
      }
      bytes[offset + count++] = (byte) value;
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
