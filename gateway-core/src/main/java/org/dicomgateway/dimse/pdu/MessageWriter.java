package org.dicomgateway.dimse.pdu;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.dicomgateway.dimse.pdu.PresentationDataValue.Content;

/**
 * Cuts commands and data sets into P-DATA-TF units (PS3.8 Annex E) as long as the peer takes them.
 *
 * <p>Units are built in one buffer, where their bytes are put straight from the source, and go out
 * together when the buffer is full or the message ends: a small message is one write and one
 * segment, and no peer's delayed acknowledgement is ever waited for. Not thread-safe.
 */
public final class MessageWriter {
  private static final int BUFFER = 256 << 10;
  private static final int HEADERS = Pdu.HEADER_LENGTH + PresentationDataValue.HEADER_LENGTH;

  /** A peer that allows less cannot be sent a command set. */
  private static final int SHORTEST_MAXIMUM = 64;

  private final OutputStream out;
  private final byte[] buffer;
  private final int unitLength;
  private int unitStart;
  private int position;
  private int contextId;
  private Content content;

  /**
   * @param maximumLength bytes after a unit's header that the peer takes; 0 for no limit
   */
  public MessageWriter(OutputStream out, long maximumLength) {
    this.out = out;
    long longest = BUFFER - Pdu.HEADER_LENGTH;
    long length = maximumLength == 0 ? longest : Math.min(maximumLength, longest);
    // Fragments have even lengths (PS3.8 Annex E), so an odd maximum is used to its even part.
    this.unitLength = ((int) Math.max(length, SHORTEST_MAXIMUM) & ~1) + Pdu.HEADER_LENGTH;
    this.buffer = new byte[BUFFER];
  }

  /** Starts a command or a data set; what was begun before must be ended. */
  public void begin(int presentationContext, Content kind) throws IOException {
    contextId = presentationContext;
    content = kind;
    startUnit();
  }

  public void write(byte[] bytes, int offset, int length) throws IOException {
    int written = 0;
    while (written < length) {
      int count = Math.min(room(), length - written);
      System.arraycopy(bytes, offset + written, buffer, position, count);
      position += count;
      written += count;
    }
  }

  /** Writes all that the stream holds, read straight into the units. */
  public long transferFrom(InputStream in) throws IOException {
    long total = 0;
    int room = room(); // moves the position, so it comes first
    int count = in.read(buffer, position, room);
    while (count >= 0) {
      position += count;
      total += count;
      room = room();
      count = in.read(buffer, position, room);
    }
    return total;
  }

  /** Ends the command or data set; its bytes may wait for {@link #flush} or for more. */
  public void end() {
    closeUnit(PresentationDataValue.controlHeader(content, true));
  }

  /** Sends what waits. */
  public void flush() throws IOException {
    out.write(buffer, 0, unitStart);
    unitStart = 0;
    position = 0;
  }

  /** Bytes that fit into the unit being built; never 0. */
  private int room() throws IOException {
    int room = Math.min(unitStart + unitLength, buffer.length) - position;
    if (room == 0) {
      closeUnit(PresentationDataValue.controlHeader(content, false));
      startUnit();
      room = Math.min(unitStart + unitLength, buffer.length) - position;
    }
    return room;
  }

  private void startUnit() throws IOException {
    if (buffer.length - unitStart < Math.min(unitLength, BUFFER / 4)) {
      flush();
    }
    position = unitStart + HEADERS;
  }

  private void closeUnit(int controlHeader) {
    ByteBuffer header = ByteBuffer.wrap(buffer, unitStart, HEADERS);
    int length = position - unitStart;
    header.put((byte) PDataTF.TYPE).put((byte) 0).putInt(length - Pdu.HEADER_LENGTH);
    header.putInt(length - Pdu.HEADER_LENGTH - 4).put((byte) contextId).put((byte) controlHeader);
    unitStart = position;
  }
}
