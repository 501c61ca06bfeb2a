package org.dicomgateway.dimse.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.dicomgateway.dimse.association.AssociationException;
import org.dicomgateway.dimse.pdu.PresentationDataValue;

/**
 * The bytes of a data set as they come from a peer, fragment by fragment out of the receive buffer.
 * Ends where the data set ends. Not thread-safe.
 */
public final class DataSetInputStream extends InputStream {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private final MessageReader message;
  private ByteBuffer fragment = NOTHING;
  private boolean isLast;
  private long position;

  DataSetInputStream(MessageReader message) {
    this.message = message;
  }

  /**
   * The next bytes where they lie in the receive buffer, to be read and not to be kept: the next
   * call on this stream overwrites them. Has an array. Empty at the data set's end only.
   */
  public ByteBuffer nextFragment() throws AssociationException {
    if (!advance()) {
      return NOTHING;
    }
    ByteBuffer taken = fragment;
    position += taken.remaining();
    fragment = NOTHING;
    return taken;
  }

  /** Bytes handed out so far. */
  public long position() {
    return position;
  }

  @Override
  public int read() throws AssociationException {
    if (!advance()) {
      return -1;
    }
    position++;
    return Byte.toUnsignedInt(fragment.get());
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws AssociationException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length == 0) {
      return 0;
    }
    if (!advance()) {
      return -1;
    }
    int count = Math.min(length, fragment.remaining());
    fragment.get(bytes, offset, count);
    position += count;
    return count;
  }

  @Override
  public int available() {
    return fragment.remaining();
  }

  /** Writes the rest without a copy in between, a fragment at a time. */
  @Override
  public long transferTo(OutputStream out) throws IOException {
    long before = position;
    for (ByteBuffer bytes = nextFragment(); bytes.hasRemaining(); bytes = nextFragment()) {
      out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }
    return position - before;
  }

  /** Reads what is left, so that the next message can be read. */
  void drain() throws AssociationException {
    while (nextFragment().hasRemaining()) {
      // Dropped.
    }
  }

  private boolean advance() throws AssociationException {
    while (!fragment.hasRemaining() && !isLast) {
      PresentationDataValue value = message.nextDataSetValue();
      fragment = value.fragment();
      isLast = value.isLast();
    }
    return fragment.hasRemaining();
  }
}
