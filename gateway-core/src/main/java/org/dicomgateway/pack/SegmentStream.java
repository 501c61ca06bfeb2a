package org.dicomgateway.pack;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Segments one behind the other; a file is opened when its turn comes. */
final class SegmentStream extends InputStream {
  private final List<Segment> segments;
  private int next;
  private InputStream current = InputStream.nullInputStream();
  private long left;

  SegmentStream(List<Segment> segments, long offset) throws IOException {
    this.segments = segments;
    long skip = offset;
    while (next < segments.size() && skip >= segments.get(next).length()) {
      skip -= segments.get(next).length();
      next++;
    }
    if (next < segments.size()) {
      openNext(skip);
    }
  }

  private void openNext(long offset) throws IOException {
    Segment segment = segments.get(next++);
    current = segment.open(offset);
    left = segment.length() - offset;
  }

  @Override
  public int read(byte[] into, int start, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (left == 0) {
      if (next == segments.size()) {
        return -1;
      }
      current.close();
      openNext(0);
    }
    int read = current.read(into, start, (int) Math.min(length, left));
    if (read < 0) {
      throw new EOFException("an instance's file became shorter while it was sent");
    }
    left -= read;
    return read;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public void close() throws IOException {
    current.close();
  }
}
