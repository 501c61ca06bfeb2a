package org.dicomgateway.dicom.encoding;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/**
 * A stream with a position that can be looked into ahead. What is skipped is skipped in the stream
 * below, so that a file's pixel data is not read. Not thread-safe.
 */
public final class ByteSource {
  private static final int CAPACITY = 8192;
  private static final int FIRST_CHUNK = 64 * 1024;

  private final InputStream stream;
  private final byte[] buffer = new byte[CAPACITY];
  private long bufferPosition;
  private int next;
  private int limit;

  /**
   * @param position position of the stream's next byte, from 0
   */
  public ByteSource(InputStream stream, long position) {
    this.stream = stream;
    this.bufferPosition = position;
  }

  /** Position of the next byte. */
  public long position() {
    return bufferPosition + next;
  }

  /**
   * Whether so many bytes follow, which then can be looked at.
   *
   * @param count from 0 to 8192
   */
  public boolean has(int count) throws IOException {
    return limit - next >= count || fill(count);
  }

  private boolean fill(int count) throws IOException {
    System.arraycopy(buffer, next, buffer, 0, limit - next);
    bufferPosition += next;
    limit -= next;
    next = 0;
    while (limit < count) {
      int read = stream.read(buffer, limit, CAPACITY - limit);
      if (read < 0) {
        return false;
      }
      limit += read;
    }
    return true;
  }

  /** A byte ahead that {@link #has} said is there, unsigned. */
  public int peek(int ahead) {
    return buffer[next + ahead] & 0xFF;
  }

  /** An unsigned number of 16 bits ahead that {@link #has} said is there. */
  public int peekShort(int ahead, boolean bigEndian) {
    int first = peek(ahead);
    int second = peek(ahead + 1);
    return bigEndian ? first << 8 | second : second << 8 | first;
  }

  /** A number of 32 bits ahead that {@link #has} said is there. */
  public int peekInt(int ahead, boolean bigEndian) {
    int first = peekShort(ahead, bigEndian);
    int second = peekShort(ahead + 2, bigEndian);
    return bigEndian ? first << 16 | second : second << 16 | first;
  }

  /** A tag ahead (PS3.5 §7.3) that {@link #has} said is there. */
  public int peekTag(int ahead, boolean bigEndian) {
    return peekShort(ahead, bigEndian) << 16 | peekShort(ahead + 2, bigEndian);
  }

  /** The next bytes, fewer if the stream ends before; takes no more memory than the stream has. */
  public byte[] read(int count) throws IOException {
    if (limit - next >= count) {
      byte[] bytes = Arrays.copyOfRange(buffer, next, next + count);
      next += count;
      return bytes;
    }
    byte[] bytes = new byte[Math.min(count, FIRST_CHUNK)];
    int filled = takeBuffered(bytes);
    while (filled < count) {
      if (filled == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(count, 2L * bytes.length));
      }
      int read = stream.read(bytes, filled, bytes.length - filled);
      if (read < 0) {
        return Arrays.copyOf(bytes, filled);
      }
      bufferPosition += read;
      filled += read;
    }
    return bytes;
  }

  private int takeBuffered(byte[] target) {
    int count = Math.min(limit - next, target.length);
    System.arraycopy(buffer, next, target, 0, count);
    next += count;
    return count;
  }

  /** Leaves bytes out; returns how many, which is fewer if the stream ends before. */
  public long skip(long count) throws IOException {
    long left = count - skipBuffered(count);
    while (left > 0) {
      long skipped = skipStream(left);
      bufferPosition += skipped;
      left -= skipped;
      if (left > 0 && skipped == 0) {
        if (!has(1)) {
          break;
        }
        left -= skipBuffered(left);
      }
    }
    return count - left;
  }

  private long skipBuffered(long count) {
    int buffered = (int) Math.min(count, limit - next);
    next += buffered;
    return buffered;
  }

  /** A file stream skips beyond its end without a word, but says how much there is. */
  private long skipStream(long count) throws IOException {
    long skippable = Math.min(count, stream.available());
    return skippable > CAPACITY ? stream.skip(skippable) : 0;
  }

  /** All bytes that follow, which are the returned stream's from now on. */
  InputStream rest() {
    return new SequenceInputStream(new ByteArrayInputStream(buffer, next, limit - next), stream);
  }
}
