package org.dicomgateway.spoke.admin;

import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/status}. */
@RestController
public final class StatusController {
  private final SpokeStatus.Source source;

  StatusController(SpokeStatus.Source source) {
    this.source = source;
  }

  @GetMapping("/api/status")
  SpokeStatus status() throws IOException {
    return source.now();
  }
}
