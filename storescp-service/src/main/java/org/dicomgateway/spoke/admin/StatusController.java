package org.dicomgateway.spoke.admin;

import java.io.IOException;
import java.util.List;
import org.dicomgateway.spoke.forward.ForwardStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/status} and {@code /api/queue}. */
@RestController
public final class StatusController {

  /**
   * @param total of what is not at the hub yet, parked instances aside
   * @param studies the most urgent and longest waiting first
   */
  record Queue(ForwardStatus.Amount total, List<ForwardStatus.Study> studies) {}

  private final SpokeStatus.Source source;

  StatusController(SpokeStatus.Source source) {
    this.source = source;
  }

  @GetMapping("/api/status")
  SpokeStatus status() throws IOException {
    return source.now();
  }

  @GetMapping("/api/queue")
  Queue queue() {
    ForwardStatus status = source.forwarder().status();
    return new Queue(status.backlog(), status.studies());
  }
}
