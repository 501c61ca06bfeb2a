package org.dicomgateway.dimse.association;

import java.io.IOException;

/** The association is over, and not by release: aborted, timed out, or its connection lost. */
public class AssociationException extends IOException {
  public AssociationException(String message) {
    super(message);
  }

  public AssociationException(String message, Throwable cause) {
    super(message, cause);
  }
}
