package org.dicomgateway.hub.dicomweb;

import org.springframework.http.HttpStatus;

/** A request that cannot be served: what the client is told. */
final class DicomwebException extends RuntimeException {
  private final HttpStatus status;

  private DicomwebException(HttpStatus status, String detail) {
    super(detail);
    this.status = status;
  }

  static DicomwebException badRequest(String detail) {
    return new DicomwebException(HttpStatus.BAD_REQUEST, detail);
  }

  static DicomwebException notFound(String detail) {
    return new DicomwebException(HttpStatus.NOT_FOUND, detail);
  }

  static DicomwebException notAcceptable(String detail) {
    return new DicomwebException(HttpStatus.NOT_ACCEPTABLE, detail);
  }

  HttpStatus status() {
    return status;
  }
}
