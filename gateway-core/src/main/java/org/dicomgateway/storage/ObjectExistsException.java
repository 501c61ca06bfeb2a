package org.dicomgateway.storage;

import java.io.IOException;

/** A key that was to be created holds other bytes already. */
public final class ObjectExistsException extends IOException {
  public ObjectExistsException(String key) {
    super("object exists with other content: " + key);
  }
}
