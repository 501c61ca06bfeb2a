package org.dicomgateway.pack;

import java.io.IOException;

/** A data set that does not say which instance it is. */
public final class UnidentifiedInstanceException extends IOException {
  private final int tag;

  public UnidentifiedInstanceException(int tag, String reason) {
    super("%s (%04X,%04X)".formatted(reason, tag >>> 16, tag & 0xFFFF));
    this.tag = tag;
  }

  /** The element that is missing or unusable. */
  public int tag() {
    return tag;
  }
}
