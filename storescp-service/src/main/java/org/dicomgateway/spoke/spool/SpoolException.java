package org.dicomgateway.spoke.spool;

import java.io.IOException;

/** The spool cannot take an instance now: no room, or its disk fails. Nothing half is left. */
public final class SpoolException extends IOException {
  SpoolException(String reason) {
    super("spool: " + reason);
  }

  SpoolException(IOException cause) {
    super("spool: " + cause.getMessage(), cause);
  }
}
