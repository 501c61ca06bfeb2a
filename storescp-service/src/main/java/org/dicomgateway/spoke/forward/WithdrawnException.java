package org.dicomgateway.spoke.forward;

import java.io.IOException;

/** A pack was taken back before anything of it was sent. */
final class WithdrawnException extends IOException {
  private static final long serialVersionUID = 1;

  WithdrawnException(Pack pack) {
    super("pack " + pack.id() + " was taken back");
  }
}
