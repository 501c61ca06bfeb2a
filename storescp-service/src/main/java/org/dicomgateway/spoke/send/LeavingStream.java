package org.dicomgateway.spoke.send;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import org.dicomgateway.spoke.change.ChangedFile;

/** Bytes of an instance, whose failures are not to be taken for the destination's. */
final class LeavingStream extends InputStream {
  private final InputStream in;

  LeavingStream(ChangedFile.Source file) throws IOException {
    try {
      this.in = file.open();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static IOException unreadable(IOException e) {
    return e instanceof ClosedByInterruptException || e instanceof InterruptedIOException
        ? e
        : new UnreadableException("it cannot be read: " + e.getMessage(), e);
  }

  @Override
  public int read() throws IOException {
    try {
      return in.read();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return in.read(bytes, offset, length);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public long skip(long count) throws IOException {
    try {
      return in.skip(count);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
