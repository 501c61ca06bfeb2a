package org.dicomgateway.spoke.change;

import java.io.IOException;

/** An instance cannot be changed as a rule wants it, whenever it is tried; says why. */
public final class UnchangeableException extends IOException {
  private static final long serialVersionUID = 1;

  UnchangeableException(String reason) {
    super("its attributes cannot be changed: " + reason);
  }
}
