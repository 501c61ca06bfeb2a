package org.dicomgateway.spoke.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.Health;
import org.dicomgateway.spoke.destination.ParkedFilter;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people change: {@code POST /api/sending/pause}, {@code …/resume} and {@code /api/retry}. */
@RestController
public final class SendingController {

  /**
   * @param pausedSince empty if it is not
   * @param wasPaused before the request
   */
  record Sending(Optional<Instant> pausedSince, boolean wasPaused) {}

  /**
   * @param retried instances that wait again
   */
  record Retry(int retried) {}

  private final SpokeStatus.Source source;

  SendingController(SpokeStatus.Source source) {
    this.source = source;
  }

  @PostMapping("/api/sending/pause")
  Sending pause(@RequestParam(defaultValue = Destination.HUB) String destination) {
    Destination meant = Named.destination(source, destination);
    boolean was = pausedSince(meant).isPresent();
    meant.pause();
    return new Sending(pausedSince(meant), was);
  }

  @PostMapping("/api/sending/resume")
  Sending resume(@RequestParam(defaultValue = Destination.HUB) String destination) {
    Destination meant = Named.destination(source, destination);
    boolean was = pausedSince(meant).isPresent();
    meant.resume();
    return new Sending(pausedSince(meant), was);
  }

  private static Optional<Instant> pausedSince(Destination destination) {
    return Optional.of(destination.status().health())
        .filter(health -> health.state() == Health.State.PAUSED)
        .map(Health::since);
  }

  @PostMapping("/api/retry")
  Retry retry(
      @RequestParam(defaultValue = "") String study,
      @RequestParam(defaultValue = "") String instance,
      @RequestParam(defaultValue = "") String destination) {
    List<Destination> meant =
        destination.isEmpty()
            ? source.destinations().all()
            : List.of(Named.destination(source, destination));
    ParkedFilter filter = new ParkedFilter(study, instance);
    int retried = meant.stream().mapToInt(one -> one.retry(filter)).sum();
    if (retried == 0 && !(study + instance).isEmpty()) {
      throw new NotHereException(
          "nothing parked of "
              + (instance.isEmpty() ? "study " + study : "instance " + instance)
              + (instance.isEmpty() || study.isEmpty() ? "" : " in study " + study));
    }
    return new Retry(retried);
  }
}
