package org.dicomgateway.dimse.pdu;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Reads protocol data units from a stream, each as few and as large reads as the stream allows.
 *
 * <p>What a {@link PDataTF} holds lies in this reader's buffer and is good until the next call. Not
 * thread-safe.
 */
public final class PduReader {
  /**
   * Longest unit that is read at all, in bytes. Peers that exceed the maximum length they were told
   * are met in practice and do no harm up to here; what claims to be longer is no DICOM.
   */
  static final int LONGEST_PDU = 1 << 20;

  private static final int INITIAL_BUFFER = 8 << 10;
  private final InputStream in;
  private final int roomy;
  private byte[] buffer = new byte[INITIAL_BUFFER];
  private int start;
  private int end;

  /**
   * @param maximumLength bytes a P-DATA-TF of the peer may have after its header, as it was told
   */
  public PduReader(InputStream in, int maximumLength) {
    this.in = in;
    this.roomy = 2 * (maximumLength + Pdu.HEADER_LENGTH);
  }

  /**
   * Waits for the next unit.
   *
   * @throws EOFException when the stream ends, between units or within one
   * @throws PduException where the bytes are no unit; the stream cannot be read on then
   */
  public Pdu read() throws IOException {
    require(Pdu.HEADER_LENGTH);
    ByteBuffer bytes = ByteBuffer.wrap(buffer);
    int type = Byte.toUnsignedInt(bytes.get(start));
    long length = Integer.toUnsignedLong(bytes.getInt(start + 2));
    check(type, length);
    require(Pdu.HEADER_LENGTH + (int) length);
    ByteBuffer body = ByteBuffer.wrap(buffer, start + Pdu.HEADER_LENGTH, (int) length).slice();
    start += Pdu.HEADER_LENGTH + (int) length;
    return Pdu.decode(type, body);
  }

  /** The type is looked at before the length: a stranger's protocol fails by its first byte. */
  private static void check(int type, long length) throws PduException {
    if (type < AAssociateRQ.TYPE || type > AAbort.TYPE) {
      throw new PduException(
          AAbort.Reason.UNRECOGNIZED_PDU, "unknown PDU type %02XH".formatted(type));
    }
    if (length > LONGEST_PDU) {
      throw new PduException(
          AAbort.Reason.INVALID_PDU_PARAMETER,
          "PDU of type %02XH claims %d bytes, %d are allowed".formatted(type, length, LONGEST_PDU));
    }
  }

  private void require(int length) throws IOException {
    if (end - start >= length) {
      return;
    }
    makeRoom(length);
    while (end - start < length) {
      int count = in.read(buffer, end, buffer.length - end);
      if (count < 0) {
        throw new EOFException(
            end == start ? "connection closed" : "connection closed within a PDU");
      }
      end += count;
    }
  }

  /** Once data flows, the buffer holds two units, so that a read takes what has come. */
  private void makeRoom(int length) {
    byte[] target = buffer;
    if (length > buffer.length) {
      target = new byte[Math.max(length, roomy)];
    } else if (start + length <= buffer.length && start != end) {
      return;
    }
    System.arraycopy(buffer, start, target, 0, end - start);
    end -= start;
    start = 0;
    buffer = target;
  }
}
