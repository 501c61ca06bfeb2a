package org.dicomgateway.spoke.forward;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** A piece of a pack: ends after its length, and counts what was taken of it. */
final class MeteredStream extends FilterInputStream {
  private final long length;
  private final LongConsumer meter;
  private volatile long taken;
  private volatile IOException failure;

  /**
   * @param length bytes of the piece, of which the stream has at least as many
   * @param meter told of every number of bytes taken
   */
  MeteredStream(InputStream stream, long length, LongConsumer meter) {
    super(stream);
    this.length = length;
    this.meter = meter;
  }

  long length() {
    return length;
  }

  long taken() {
    return taken;
  }

  /** What kept the bytes from being read here, which is no fault of the line; null if nothing. */
  IOException failure() {
    return failure;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    int wanted = (int) Math.min(count, length - taken);
    if (wanted == 0) {
      return count == 0 ? 0 : -1;
    }
    try {
      int read = super.read(bytes, offset, wanted);
      if (read > 0) {
        taken += read;
        meter.accept(read);
      }
      return read;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public long skip(long count) {
    return 0;
  }
}
