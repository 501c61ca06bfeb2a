package org.dicomgateway.spoke.send;

import java.io.IOException;

/** An instance cannot leave as it should, whenever it is tried. */
final class UnreadableException extends IOException {
  UnreadableException(String reason, IOException cause) {
    super(reason, cause);
  }
}
