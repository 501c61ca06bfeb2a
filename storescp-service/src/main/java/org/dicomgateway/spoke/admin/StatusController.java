package org.dicomgateway.spoke.admin;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.dicomgateway.spoke.destination.Amount;
import org.dicomgateway.spoke.destination.LimitInForce;
import org.dicomgateway.spoke.destination.QueuedStudy;
import org.dicomgateway.spoke.forward.ForwardStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/status} and {@code /api/queue}. */
@RestController
public final class StatusController {

  /**
   * @param at when it was so
   * @param total of what is not at the hub yet, parked instances aside
   * @param limits of bandwidth that hold now
   * @param studies the most urgent and longest waiting first
   */
  record Queue(Instant at, Amount total, List<LimitInForce> limits, List<QueuedStudy> studies) {}

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
    ForwardStatus status = source.forwarder().progress();
    return new Queue(Instant.now(), status.backlog(), status.limits(), status.studies());
  }
}
