package org.dicomgateway.dicom.encoding;

import java.io.IOException;

/** Bytes that are no data set, and where: the position in the stream and the element's tag. */
public final class DicomParseException extends IOException {
  private final long position;
  private final int tag;

  public DicomParseException(long position, int tag, String reason) {
    super(
        "%s at byte %d, element (%04X,%04X)".formatted(reason, position, tag >>> 16, tag & 0xFFFF));
    this.position = position;
    this.tag = tag;
  }

  /** Bytes from the start of the stream. */
  public long position() {
    return position;
  }

  public int tag() {
    return tag;
  }
}
