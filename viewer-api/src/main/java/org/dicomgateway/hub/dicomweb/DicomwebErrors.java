package org.dicomgateway.hub.dicomweb;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Errors as problem details (RFC 9457). Once bytes are out nothing can be said any more: the
 * exception goes on, and the connection is cut, so that no client takes half an answer for a whole.
 */
@RestControllerAdvice(basePackageClasses = DicomwebErrors.class)
class DicomwebErrors {
  private static final Logger LOG = LoggerFactory.getLogger(DicomwebErrors.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(DicomwebException e, HttpServletResponse response) {
    return problem(e.status(), e.getMessage(), response);
  }

  /** Of the search: a value that cannot be matched. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> unusable(IllegalArgumentException e, HttpServletResponse response) {
    if (response.isCommitted()) {
      throw e;
    }
    return problem(HttpStatus.BAD_REQUEST, e.getMessage(), response);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unreadable(IOException e, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      throw e;
    }
    LOG.error("the archive cannot be read", e);
    String detail = "The archive cannot be read: " + e.getMessage();
    return problem(HttpStatus.INTERNAL_SERVER_ERROR, detail, response);
  }

  private static ResponseEntity<ProblemDetail> problem(
      HttpStatus status, String detail, HttpServletResponse response) {
    response.reset();
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemDetail.forStatusAndDetail(status, detail));
  }
}
