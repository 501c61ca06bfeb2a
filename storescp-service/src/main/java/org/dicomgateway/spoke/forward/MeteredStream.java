package org.dicomgateway.spoke.forward;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/**
 * A piece of a pack, as it is let through the gate: ends after its length or where the gate says,
 * and counts what was taken of it.
 */
final class MeteredStream extends FilterInputStream {
  private final long length;
  private final Gate.Pass pass;
  private final LongConsumer meter;
  private volatile long taken;
  private volatile IOException failure;

  /**
   * @param length bytes of the piece at most, of which the stream has at least as many
   * @param meter told of every number of bytes taken
   */
  MeteredStream(InputStream stream, long length, Gate.Pass pass, LongConsumer meter) {
    super(stream);
    this.length = length;
    this.pass = pass;
    this.meter = meter;
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
    if (count == 0) {
      return 0;
    }
    int wanted = (int) Math.min(count, length - taken);
    int granted = wanted == 0 ? 0 : pass.grant(wanted);
    if (granted == 0) {
      return -1;
    }
    try {
      int read = in.readNBytes(bytes, offset, granted);
      taken += read;
      meter.accept(read);
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
