package org.dicomgateway.dimse.service;

/**
 * An end of an operation that is the response to it: a status, of failure or warning, and a comment
 * for the peer.
 */
public final class DicomServiceException extends Exception {
  private final Status status;

  /**
   * @param comment becomes Error Comment (0000,0902), of which peers see 64 characters
   */
  public DicomServiceException(Status status, String comment) {
    super(comment);
    this.status = status;
  }

  public DicomServiceException(Status status, String comment, Throwable cause) {
    super(comment, cause);
    this.status = status;
  }

  public Status status() {
    return status;
  }
}
