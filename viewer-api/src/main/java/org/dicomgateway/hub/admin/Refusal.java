package org.dicomgateway.hub.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** A problem detail (RFC 9457) in place of what a gate does not let through. */
final class Refusal {
  private Refusal() {}

  static void write(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    response.setStatus(status.value());
    response.setHeader(ApiHeader.NAME, ApiHeader.HUB);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(problem));
  }
}
