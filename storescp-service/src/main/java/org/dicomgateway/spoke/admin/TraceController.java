package org.dicomgateway.spoke.admin;

import java.util.Optional;
import org.dicomgateway.spoke.forward.Forwarder;
import org.dicomgateway.spoke.forward.HubSide;
import org.dicomgateway.spoke.forward.StudyTrace;
import org.dicomgateway.spoke.route.Router;
import org.dicomgateway.transfer.HubTrace;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/studies/{study}/trace}: every step of a study, of both sides. */
@RestController
public final class TraceController {

  /**
   * @param spoke empty if nothing of it is here any more
   * @param hub empty if the hub knows nothing of it, or cannot be asked
   * @param hubError why it cannot; empty if it can
   */
  record Trace(
      String studyInstanceUid,
      Optional<StudyTrace> spoke,
      Optional<HubTrace> hub,
      String hubError) {}

  private final Forwarder forwarder;
  private final Router router;

  TraceController(SpokeStatus.Source source) {
    this.forwarder = source.forwarder();
    this.router = source.router();
  }

  @GetMapping("/api/studies/{study}/trace")
  Trace trace(@PathVariable String study) throws InterruptedException {
    Optional<StudyTrace> here = forwarder.studyTrace(study);
    HubSide there = forwarder.traceAtHub(study);
    if (here.isEmpty() && there.trace().isEmpty()) {
      String hub =
          there.error().isEmpty()
              ? ", and the hub has nothing of it from this site"
              : ", and the hub cannot be asked: " + there.error();
      throw new NotHereException(
          kept(study).orElse("nothing of study " + study + " is in this spoke" + hub));
    }
    return new Trace(study, here, there.trace(), there.error());
  }

  private Optional<String> kept(String study) {
    return router.kept().stream()
        .filter(kept -> kept.studyInstanceUid().equals(study))
        .map(
            kept ->
                "study %s was received and goes nowhere: %s. 'gateway spoke study release %s' decides"
                        .formatted(study, kept.why().reason(), study)
                    + " anew, 'study send' sends it all the same")
        .findFirst();
  }
}
