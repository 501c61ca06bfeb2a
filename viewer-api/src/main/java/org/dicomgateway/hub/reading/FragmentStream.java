package org.dicomgateway.hub.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import org.dicomgateway.dicom.data.ByteRange;

/** A frame in several fragments (PS3.5 §A.4) as one code stream: item headers are left out. */
final class FragmentStream extends InputStream {
  private final InputStream in;
  private final Iterator<ByteRange> fragments;
  private ByteRange fragment;
  private long remaining;

  /**
   * @param in stands at the first fragment's first byte
   */
  FragmentStream(InputStream in, List<ByteRange> fragments) {
    this.in = in;
    this.fragments = fragments.iterator();
    this.fragment = this.fragments.next();
    this.remaining = fragment.length();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (remaining == 0) {
      if (!fragments.hasNext()) {
        return -1;
      }
      ByteRange next = fragments.next();
      in.skipNBytes(next.offset() - fragment.end());
      fragment = next;
      remaining = next.length();
    }
    int count = in.read(bytes, offset, (int) Math.min(length, remaining));
    if (count > 0) {
      remaining -= count;
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
