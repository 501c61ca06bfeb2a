package org.dicomgateway.spoke.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dicomgateway.console.Figures;
import org.dicomgateway.spoke.destination.DeliveryState;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.DestinationStatus;
import org.dicomgateway.spoke.destination.Destinations;
import org.dicomgateway.spoke.destination.Health;
import org.dicomgateway.spoke.destination.Probe;

/** Whether every destination would take images, and what waits for each. */
public record DestinationCheck(Destinations destinations) implements Check {
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration TOO_LONG = Duration.ofDays(1);

  @Override
  public List<Finding> findings() throws InterruptedException {
    List<Finding> findings = new ArrayList<>();
    List<Destination> all = destinations.all();
    List<Finding> reached = reached(all);
    for (int i = 0; i < all.size(); i++) {
      findings.add(reached.get(i));
      findings.addAll(waiting(all.get(i)));
    }
    return findings;
  }

  /** All at once: each that does not answer takes a while, and a person waits. */
  private static List<Finding> reached(List<Destination> all) throws InterruptedException {
    try (ExecutorService tests = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Finding>> each = new ArrayList<>();
      all.forEach(one -> each.add(() -> reached(one)));
      return tests.invokeAll(each).stream().map(Future::resultNow).toList();
    }
  }

  private static Finding reached(Destination one) throws InterruptedException {
    Probe probe = one.test();
    return probe.outcome() == Probe.Outcome.REACHED
        ? Finding.ok(one.name(), probe.found())
        : Finding.failed(one.name(), probe.found(), probe.remedy());
  }

  private static List<Finding> waiting(Destination one) {
    DestinationStatus status = one.status();
    List<Finding> findings = new ArrayList<>();
    if (status.health().state() == Health.State.PAUSED) {
      findings.add(
          Finding.warning(
              one.name(),
              "sending is paused since " + status.health().since(),
              "'gateway spoke resume' ends it"));
    }
    long parked = status.instances().get(DeliveryState.PARKED).count();
    if (parked > 0) {
      findings.add(
          Finding.warning(
              one.name(),
              Figures.count(parked, "instance") + " parked",
              "'gateway spoke status --json' says why, 'gateway spoke retry' sends them"));
    }
    findings.add(backlog(one.name(), status));
    return findings;
  }

  private static Finding backlog(String name, DestinationStatus status) {
    long waiting = status.backlog().count();
    if (waiting == 0 || status.oldestWaiting().isEmpty()) {
      return Finding.ok(name, "nothing waits");
    }
    Duration age = Duration.between(status.oldestWaiting().get(), Instant.now());
    String found =
        "%s to go, the oldest waits %s"
            .formatted(Figures.count(waiting, "instance"), Figures.duration(age.toSeconds()));
    String remedy = "'gateway spoke queue' says why each study waits";
    if (age.compareTo(LONG) < 0) {
      return Finding.ok(name, found);
    }
    return age.compareTo(TOO_LONG) < 0
        ? Finding.warning(name, found, remedy)
        : Finding.failed(name, found, remedy);
  }
}
