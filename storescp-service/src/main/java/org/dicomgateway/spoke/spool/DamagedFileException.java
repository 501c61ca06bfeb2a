package org.dicomgateway.spoke.spool;

import java.io.IOException;

/** A spool file that is not what the spool wrote. */
public final class DamagedFileException extends IOException {
  DamagedFileException(String found) {
    super("has " + found);
  }
}
