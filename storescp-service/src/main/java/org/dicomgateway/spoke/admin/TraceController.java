package org.dicomgateway.spoke.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.DestinationStatus;
import org.dicomgateway.spoke.destination.Destinations;
import org.dicomgateway.spoke.destination.Health;
import org.dicomgateway.spoke.destination.InstanceProgress;
import org.dicomgateway.spoke.forward.Forwarder;
import org.dicomgateway.spoke.forward.StudyTrace;
import org.dicomgateway.spoke.route.Decision;
import org.dicomgateway.spoke.route.Router;
import org.dicomgateway.spoke.route.rule.Verdict;
import org.dicomgateway.transfer.HubTrace;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/studies/{study}/trace}: every step of a study, of all sides. */
@RestController
public final class TraceController {

  /**
   * @param spoke empty if nothing of it is here any more
   * @param hub empty if the hub knows nothing of it, or cannot be asked
   * @param hubError why it cannot; empty if it can
   * @param otherHubs that have or are to have something of it, beside the hub of the settings
   * @param destinations that have or are to have something of it, the hub among them
   * @param decisions in the order of receipt
   */
  record Trace(
      String studyInstanceUid,
      Optional<StudyTrace> spoke,
      Optional<HubTrace> hub,
      String hubError,
      List<OtherHub> otherHubs,
      List<AtDestination> destinations,
      List<Decided> decisions) {}

  /** What became of it at one destination. */
  record AtDestination(String name, String kind, Health health, List<InstanceProgress> instances) {}

  /**
   * What was decided of an instance.
   *
   * @param kind SEND, HOLD, DROP or UNROUTED
   * @param routes version that it was decided by; 0 if there were none
   */
  record Decided(
      String id,
      String sopInstanceUid,
      Verdict.Kind kind,
      List<String> destinations,
      List<String> rules,
      int routes,
      String reason,
      Instant at) {
    static Decided of(Decision decision) {
      return new Decided(
          decision.id(),
          decision.sopInstanceUid(),
          decision.kind(),
          decision.destinations(),
          decision.rules(),
          decision.routes(),
          decision.dispatch().reason(),
          decision.at());
    }
  }

  private final Forwarder forwarder;
  private final Router router;
  private final Destinations destinations;

  TraceController(SpokeStatus.Source source) {
    this.forwarder = source.forwarder();
    this.router = source.router();
    this.destinations = source.destinations();
  }

  @GetMapping("/api/studies/{study}/trace")
  Trace trace(@PathVariable String study) throws InterruptedException {
    Optional<StudyTrace> here = forwarder.studyTrace(study);
    List<AtDestination> everywhere =
        destinations.all().stream()
            .map(one -> at(one, study))
            .filter(one -> !one.instances().isEmpty())
            .toList();
    HubSides hubs = HubSides.ask(study, forwarder, otherHubs(everywhere));
    if (everywhere.isEmpty() && hubs.knowNothing()) {
      throw new NotHereException(
          kept(study).orElse("nothing of study " + study + " is in this spoke" + hubs.nothing()));
    }
    HubSides told = everywhere.isEmpty() ? hubs.withoutEmpty() : hubs;
    return new Trace(
        study,
        here,
        told.first().trace(),
        told.first().error(),
        told.others(),
        everywhere,
        router.decisions(study).stream().map(Decided::of).toList());
  }

  /** Those that something of it goes to; all of them if nobody here remembers where it went. */
  private List<Forwarder> otherHubs(List<AtDestination> everywhere) {
    Set<String> known =
        everywhere.stream().map(AtDestination::name).collect(Collectors.toUnmodifiableSet());
    return destinations.all().stream()
        .filter(Forwarder.class::isInstance)
        .map(Forwarder.class::cast)
        .filter(hub -> hub != forwarder)
        .filter(hub -> known.isEmpty() || known.contains(hub.name()))
        .toList();
  }

  private static AtDestination at(Destination destination, String study) {
    DestinationStatus status = destination.status();
    return new AtDestination(
        status.name(), status.kind(), status.health(), destination.trace(study));
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
