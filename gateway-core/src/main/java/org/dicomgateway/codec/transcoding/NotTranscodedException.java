package org.dicomgateway.codec.transcoding;

import java.io.IOException;

/** A file that stays as it is: nothing is wrong with it. */
public final class NotTranscodedException extends IOException {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Reason {
    /** No pixels, or compressed ones, or a byte order that is not little endian. */
    NOT_NATIVE,
    /** Pixels that JPEG-LS or DICOM's use of it (PS3.5 §8.2.3) has no form for. */
    UNSUITABLE_PIXELS,
    /** Frames, or what stands around them, that would take too much memory. */
    TOO_LARGE,
    /** It would be hardly smaller. */
    NO_GAIN,
    /** It would not come back bit for bit, or be read as something else. */
    NOT_REVERSIBLE
  }

  private final Reason reason;

  NotTranscodedException(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
