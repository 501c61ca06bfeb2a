package org.dicomgateway.hub.admin;

import java.util.Optional;
import org.dicomgateway.hub.index.Traces;
import org.dicomgateway.transfer.HubTrace;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/studies/{study}/trace}: the packs of a study, of every site. */
@RestController
final class TraceController {
  private final Traces traces;

  TraceController(Traces traces) {
    this.traces = traces;
  }

  @GetMapping("/api/studies/{study}/trace")
  HubTrace trace(@PathVariable String study) {
    return traces
        .trace(study, Optional.empty())
        .orElseThrow(() -> new NotHereException("nothing of study " + study + " is at this hub"));
  }
}
