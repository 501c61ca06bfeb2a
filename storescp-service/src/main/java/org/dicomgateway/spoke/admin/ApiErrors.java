package org.dicomgateway.spoke.admin;

import org.dicomgateway.spoke.destination.DestinationConflictException;
import org.dicomgateway.spoke.destination.DestinationFileException;
import org.dicomgateway.spoke.route.HeldBackException;
import org.dicomgateway.spoke.route.UndeliveredException;
import org.dicomgateway.spoke.route.rule.RouteFileException;
import org.dicomgateway.spoke.spool.SpoolException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Errors of {@code /api} as problem details (RFC 9457). */
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
public class ApiErrors {

  @ExceptionHandler
  ProblemDetail notHere(NotHereException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail unusable(RouteFileException e) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.UNPROCESSABLE_ENTITY,
        "these routes cannot be used, those before still hold:\n" + e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail unusable(DestinationFileException e) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.UNPROCESSABLE_ENTITY,
        "these destinations cannot be used, those before still hold:\n" + e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail conflict(DestinationConflictException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail outdated(OutdatedException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail unusable(UnusableException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail undelivered(UndeliveredException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail held(HeldBackException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail noRoom(SpoolException e) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.INSUFFICIENT_STORAGE,
        e.getMessage() + ". Make room on the disk of the spoke's data folder");
  }

  @ExceptionHandler
  ProblemDetail foreign(ForeignPageException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, e.getMessage());
  }
}
