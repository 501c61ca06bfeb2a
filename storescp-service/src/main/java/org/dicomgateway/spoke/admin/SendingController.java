package org.dicomgateway.spoke.admin;

import java.time.Instant;
import java.util.Optional;
import org.dicomgateway.spoke.destination.ParkedFilter;
import org.dicomgateway.spoke.forward.Forwarder;
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

  private final Forwarder forwarder;

  SendingController(SpokeStatus.Source source) {
    this.forwarder = source.forwarder();
  }

  @PostMapping("/api/sending/pause")
  Sending pause() {
    boolean was = forwarder.pausedSince().isPresent();
    forwarder.pause();
    return new Sending(forwarder.pausedSince(), was);
  }

  @PostMapping("/api/sending/resume")
  Sending resume() {
    boolean was = forwarder.pausedSince().isPresent();
    forwarder.resume();
    return new Sending(forwarder.pausedSince(), was);
  }

  @PostMapping("/api/retry")
  Retry retry(
      @RequestParam(defaultValue = "") String study,
      @RequestParam(defaultValue = "") String instance) {
    int retried = forwarder.retry(new ParkedFilter(study, instance));
    if (retried == 0 && !(study + instance).isEmpty()) {
      throw new NotHereException(
          "nothing parked of "
              + (instance.isEmpty() ? "study " + study : "instance " + instance)
              + (instance.isEmpty() || study.isEmpty() ? "" : " in study " + study));
    }
    return new Retry(retried);
  }
}
