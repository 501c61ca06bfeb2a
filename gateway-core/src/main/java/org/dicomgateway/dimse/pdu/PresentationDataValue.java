package org.dicomgateway.dimse.pdu;

import java.nio.ByteBuffer;

/**
 * A fragment of a command or of a data set (PS3.8 §9.3.5.1, Annex E).
 *
 * @param contextId presentation context, odd
 * @param content what the fragment is a part of
 * @param isLast whether the command or data set ends here
 * @param fragment the bytes; of a unit that was read, they lie in the reader's buffer and are good
 *     until its next read
 */
public record PresentationDataValue(
    int contextId, Content content, boolean isLast, ByteBuffer fragment) {

  /** Length, context and message control header in front of a fragment. */
  static final int HEADER_LENGTH = 4 + 1 + 1;

  private static final int LAST = 0x02;

  /** Bit 0 of the message control header. */
  public enum Content {
    DATA_SET,
    COMMAND
  }

  static int controlHeader(Content content, boolean isLast) {
    return content.ordinal() | (isLast ? LAST : 0);
  }

  void encode(ItemWriter out) {
    out.u32(fragment.remaining() + HEADER_LENGTH - 4);
    out.u8(contextId).u8(controlHeader(content, isLast)).bytes(fragment.duplicate());
  }

  static PresentationDataValue decode(ItemReader in) throws PduException {
    long length = in.u32();
    if (length < 2 || length > in.remaining()) {
      throw new PduException(
          AAbort.Reason.INVALID_PDU_PARAMETER,
          "presentation data value of %d bytes where %d are left"
              .formatted(length, in.remaining()));
    }
    int contextId = in.u8();
    int control = in.u8();
    Content content = (control & 1) == 0 ? Content.DATA_SET : Content.COMMAND;
    return new PresentationDataValue(
        contextId, content, (control & LAST) != 0, in.bytes((int) length - 2));
  }
}
