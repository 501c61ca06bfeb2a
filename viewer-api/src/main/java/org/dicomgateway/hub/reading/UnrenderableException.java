package org.dicomgateway.hub.reading;

import java.io.IOException;

/** An instance that no picture can be made of, and why. */
public final class UnrenderableException extends IOException {
  UnrenderableException(String reason) {
    super(reason);
  }
}
