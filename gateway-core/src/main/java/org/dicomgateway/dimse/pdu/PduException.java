package org.dicomgateway.dimse.pdu;

import java.io.IOException;

/** Bytes that are no protocol data unit, and the reason for the A-ABORT that answers them. */
public final class PduException extends IOException {
  private final AAbort.Reason reason;

  public PduException(AAbort.Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public AAbort.Reason reason() {
    return reason;
  }
}
