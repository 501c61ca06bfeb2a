package org.dicomgateway.codec.jpegls;

import java.io.IOException;

/** A codestream that is damaged, or that is not JPEG-LS as DICOM has it. */
public final class JpegLsException extends IOException {
  private static final long serialVersionUID = 1;

  private final int position;

  JpegLsException(int position, String reason) {
    super("JPEG-LS, byte %d: %s".formatted(position, reason));
    this.position = position;
  }

  /** Byte of the codestream, from 0, at which or shortly before which it is wrong. */
  public int position() {
    return position;
  }
}
