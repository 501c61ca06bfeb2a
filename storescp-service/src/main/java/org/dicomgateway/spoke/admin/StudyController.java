package org.dicomgateway.spoke.admin;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dicomgateway.spoke.destination.ConfiguredDestinations;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.route.ExplainedInstances;
import org.dicomgateway.spoke.route.HeldBackException;
import org.dicomgateway.spoke.route.HeldStudy;
import org.dicomgateway.spoke.route.KeptStudy;
import org.dicomgateway.spoke.route.Router;
import org.dicomgateway.spoke.route.Standing;
import org.dicomgateway.spoke.route.Studies;
import org.dicomgateway.spoke.route.Studies.Undelivered;
import org.dicomgateway.spoke.route.StudyDetail;
import org.dicomgateway.spoke.route.StudyFilter;
import org.dicomgateway.spoke.route.StudySummary;
import org.dicomgateway.spoke.route.UndeliveredException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the routes say of studies, and what people say instead. */
@RestController
public final class StudyController {

  /**
   * @param sent instances that go to the hub now
   * @param kept instances of the study that still go nowhere
   * @param hurried instances that waited already, and are as urgent as asked for now
   */
  record Released(int sent, long kept, int hurried) {}

  /**
   * @param deleted instances
   */
  record Deleted(int deleted) {}

  private final Router router;
  private final Studies studies;
  private final ConfiguredDestinations destinations;

  StudyController(SpokeStatus.Source source) {
    this.router = source.router();
    this.studies = source.studies();
    this.destinations = source.configured();
  }

  /** What the spool holds, the study that something came of last first. */
  @GetMapping("/api/studies")
  List<StudySummary> studies(
      @RequestParam Optional<Standing> state,
      @RequestParam Optional<Instant> since,
      @RequestParam Optional<String> modality,
      @RequestParam(defaultValue = "100") int last) {
    return studies.list(new StudyFilter(state, since, modality, last));
  }

  @GetMapping("/api/studies/{study}")
  StudyDetail study(@PathVariable String study) {
    return studies.show(study).orElseThrow(() -> nothingOf(study));
  }

  /** Deletes what the spool holds; only with {@code undelivered=DELETE} what nobody else has. */
  @DeleteMapping("/api/studies/{study}")
  Deleted delete(
      @PathVariable String study, @RequestParam(defaultValue = "KEEP") Undelivered undelivered)
      throws UndeliveredException, IOException {
    int deleted = studies.delete(study, undelivered);
    if (deleted == 0) {
      throw nothingOf(study);
    }
    return new Deleted(deleted);
  }

  private static NotHereException nothingOf(String study) {
    return new NotHereException("nothing of study " + study + " is in this spoke");
  }

  /** Studies that go nowhere for now: held, dropped, or taken by no rule. */
  @GetMapping("/api/kept")
  List<KeptStudy> kept() {
    return router.kept();
  }

  @GetMapping("/api/studies/{study}/routing")
  List<ExplainedInstances> explain(@PathVariable String study) throws IOException {
    List<ExplainedInstances> explained = router.explain(study);
    if (explained.isEmpty()) {
      throw nothingOf(study);
    }
    return explained;
  }

  /** Keeps what no destination has yet taken, and what still comes. */
  @PostMapping("/api/studies/{study}/hold")
  HeldStudy hold(
      @PathVariable String study,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String by)
      throws IOException, InterruptedException {
    return router.hold(study, reason, by).orElseThrow(() -> nothingOf(study));
  }

  /** Decides anew of what is kept; what is held is let go. */
  @PostMapping("/api/studies/{study}/release")
  Released release(@PathVariable String study) throws IOException, InterruptedException {
    if (!router.keeps(study)) {
      throw notKept(study, "is kept back");
    }
    return new Released(router.release(study), count(study), 0);
  }

  /**
   * Sends, whatever the routes say.
   *
   * @param to destinations that all of the study goes to; none: what is kept goes to the hub
   * @param urgency that it has, and what waits there already gets; else as the routes say
   */
  @PostMapping("/api/studies/{study}/send")
  Released send(
      @PathVariable String study,
      @RequestParam(defaultValue = "") Set<String> to,
      @RequestParam Optional<Urgency> urgency)
      throws HeldBackException, IOException, InterruptedException {
    checkThere(to);
    if (router.decisions(study).isEmpty()) {
      throw nothingOf(study);
    }
    int hurried = urgency.isPresent() ? router.hurry(study, to, urgency.get()) : 0;
    int sent = to.isEmpty() ? router.send(study, urgency) : router.send(study, to, urgency);
    if (to.isEmpty() && sent == 0 && hurried == 0) {
      throw notKept(study, urgency.isEmpty() ? "is kept back" : "is kept back, or waits");
    }
    return new Released(sent, count(study), hurried);
  }

  private void checkThere(Set<String> names) {
    for (String name : names) {
      if (!destinations.names().contains(name)) {
        throw new NotHereException(
            "there is no destination '%s'; there are %s"
                .formatted(name, String.join(", ", destinations.names())));
      }
    }
  }

  private static NotHereException notKept(String study, String how) {
    return new NotHereException(
        "nothing of study %s %s; 'gateway spoke trace %s' tells where it is"
            .formatted(study, how, study));
  }

  private long count(String study) {
    return router.kept().stream()
        .filter(kept -> kept.studyInstanceUid().equals(study))
        .mapToLong(KeptStudy::instances)
        .sum();
  }
}
