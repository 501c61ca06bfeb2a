package org.dicomgateway.spoke.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dicomgateway.spoke.admin.ModalityList.Caller;
import org.dicomgateway.spoke.admin.StatusPage.CallerLine;
import org.dicomgateway.spoke.admin.StatusPage.Callers;
import org.dicomgateway.spoke.admin.StatusPage.DestinationLine;
import org.dicomgateway.spoke.destination.Amount;
import org.dicomgateway.spoke.destination.DeliveryState;
import org.dicomgateway.spoke.destination.DestinationStatus;
import org.dicomgateway.spoke.destination.Health;

/** Says who sends and where it goes. */
record PeerTexts(Wording wording, Instant now) {
  /** Whoever scans ports does not fill the page. */
  private static final int MOST_STRANGERS = 20;

  DestinationLine line(DestinationStatus one) {
    Health health = one.health();
    Amount parked = one.instances().get(DeliveryState.PARKED);
    return new DestinationLine(
        one.name(),
        one.kind().isEmpty() ? "" : wording.textOr(one.kind(), "kind." + one.kind()),
        one.address(),
        health.state().name(),
        wording.time(health.since(), now),
        wording.age(health.since(), now),
        health.state() == Health.State.PAUSED ? "" : health.reason(),
        one.limits().stream().map(limit -> wording.limit(limit, now)).toList(),
        one.bytesPerSecond() == 0 ? "" : wording.rate(one.bytesPerSecond()),
        waiting(one.backlog()),
        one.oldestWaiting().map(since -> wording.age(since, now)).orElse(""),
        parked.count() == 0 ? "" : wording.count(parked.count()));
  }

  private String waiting(Amount backlog) {
    return backlog.count() == 0
        ? wording.count(0)
        : wording.text(
            "backlog.count", wording.count(backlog.count()), wording.bytes(backlog.bytes()));
  }

  Callers callers(ModalityList all) {
    List<Caller> known = all.modalities().stream().filter(one -> one.modality() != null).toList();
    List<Caller> strangers =
        all.modalities().stream().filter(one -> one.modality() == null).toList();
    return new Callers(
        all.unknown().name(),
        known.stream().map(this::line).toList(),
        strangers.stream().limit(MOST_STRANGERS).map(this::line).toList(),
        Math.max(0, strangers.size() - MOST_STRANGERS));
  }

  private CallerLine line(Caller one) {
    Optional<Instant> heard = Optional.ofNullable(one.lastHeard());
    return new CallerLine(
        one.modality() == null ? one.aeTitle() : one.modality().name(),
        one.aeTitle(),
        one.address().isEmpty() ? wording.text("address.any") : one.address(),
        heard
            .map(last -> wording.text("heard.ago", wording.age(last, now), wording.time(last, now)))
            .orElseGet(() -> wording.text("heard.never")),
        wording.count(one.instancesToday()),
        one.lastModality(),
        one.refused());
  }
}
