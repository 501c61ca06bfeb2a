package org.dicomgateway.hub.reading;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The next bytes of a stream and nothing behind them; fewer than promised is an error. */
final class LimitedInputStream extends InputStream {
  private final InputStream in;
  private long remaining;

  LimitedInputStream(InputStream in, long length) {
    this.in = in;
    this.remaining = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (remaining == 0) {
      return -1;
    }
    int count = in.read(bytes, offset, (int) Math.min(length, remaining));
    if (count < 0) {
      throw new EOFException(remaining + " bytes are missing at the end");
    }
    remaining -= count;
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
