package org.dicomgateway.spoke.route;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.Destinations;
import org.dicomgateway.spoke.route.rule.Verdict;
import org.dicomgateway.spoke.spool.Space;
import org.dicomgateway.spoke.spool.Spool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what every destination has acknowledged, and what a rule drops: when it is older than the
 * retention time, and the longest received of the others while room is running out. Nothing else is
 * ever deleted, and nothing of a study that a person holds.
 */
public final class Retention implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Retention.class);
  private static final int PAGE = 200;

  /** Of those that could stay if there were room, no more than has to be. */
  private static final int FEW = 5;

  private static final Duration EVERY = Duration.ofSeconds(5);

  /** Looking through much that may not go takes a twentieth of the time at most. */
  private static final int REST = 20;

  private final RouteLedger ledger;
  private final Destinations destinations;
  private final Spool spool;
  private final StudyHolds holds;
  private final Duration keep;
  private Optional<Thread> thread = Optional.empty();

  /**
   * @param keep how long an instance stays that was delivered; longer costs room, shorter leaves
   *     less to send again should a destination lose it
   */
  Retention(
      RouteLedger ledger, Destinations destinations, Spool spool, StudyHolds holds, Duration keep) {
    this.ledger = ledger;
    this.destinations = destinations;
    this.spool = spool;
    this.holds = holds;
    this.keep = keep;
  }

  /** Sweeps until it is closed. */
  public static Retention start(
      RouteLedger ledger, Destinations destinations, Spool spool, StudyHolds holds, Duration keep) {
    Retention retention = new Retention(ledger, destinations, spool, holds, keep);
    retention.thread =
        Optional.of(Thread.ofVirtual().name("retention").start(retention::sweepForEver));
    return retention;
  }

  private void sweepForEver() {
    try {
      while (true) {
        long start = System.nanoTime();
        try {
          sweep(Instant.now());
        } catch (IOException | RuntimeException e) {
          log.warn("retention: nothing is deleted now: {}", e.getMessage());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Thread.sleep(EVERY.plus(took.multipliedBy(REST)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Deletes what may go.
   *
   * @return how many instances went
   */
  int sweep(Instant now) throws IOException {
    int old = 0;
    List<Decision> page = ledger.after("", PAGE);
    while (!page.isEmpty() && page.getFirst().receivedAt().isBefore(now.minus(keep))) {
      old += remove(settledBefore(page, now.minus(keep)));
      page = ledger.after(page.getLast().id(), PAGE);
    }
    int early = sweepForRoom(now);
    if (old + early > 0) {
      log.info(
          "deleted {} instances that are everywhere and older than {} days, and {} younger ones for"
              + " room",
          old,
          keep.toDays(),
          early);
    }
    return old + early;
  }

  private int sweepForRoom(Instant now) throws IOException {
    int gone = 0;
    String last = "";
    while (spool.space().level() != Space.Level.AMPLE) {
      List<Decision> page = ledger.after(last, PAGE);
      if (page.isEmpty()) {
        break;
      }
      last = page.getLast().id();
      List<String> settled = settledBefore(page, now);
      for (int from = 0; from < settled.size() && isShort(); from += FEW) {
        gone += remove(settled.subList(from, Math.min(settled.size(), from + FEW)));
      }
    }
    return gone;
  }

  private boolean isShort() throws IOException {
    return spool.space().level() != Space.Level.AMPLE;
  }

  /** Ids of what every destination has had since before a time, or a rule dropped before it. */
  private List<String> settledBefore(List<Decision> decisions, Instant time) {
    Map<String, Map<String, Instant>> delivered = new HashMap<>();
    for (Destination destination : destinations.all()) {
      List<String> its =
          decisions.stream()
              .filter(one -> one.goesOn() && one.destinations().contains(destination.name()))
              .map(Decision::id)
              .toList();
      delivered.put(destination.name(), destination.delivered(its));
    }
    List<String> settled = new ArrayList<>();
    for (Decision decision : decisions) {
      if (holds.of(decision.studyInstanceUid()).isPresent()) {
        continue;
      }
      boolean dropped = decision.kind() == Verdict.Kind.DROP;
      if (dropped && decision.receivedAt().isBefore(time)
          || decision.goesOn() && isEverywhere(decision, delivered, time)) {
        settled.add(decision.id());
      }
    }
    return settled;
  }

  /** A destination that there is no longer has not had it; of none that is left all have. */
  private static boolean isEverywhere(
      Decision decision, Map<String, Map<String, Instant>> delivered, Instant time) {
    return decision.receivedAt().isBefore(time)
        && decision.destinations().stream()
            .map(name -> delivered.getOrDefault(name, Map.of()).get(decision.id()))
            .allMatch(at -> at != null && at.isBefore(time));
  }

  /** The file first: an instance that is forgotten but there would be sent again. */
  private int remove(List<String> ids) throws IOException {
    if (ids.isEmpty()) {
      return 0;
    }
    for (String id : ids) {
      spool.remove(id);
    }
    ledger.forget(ids);
    destinations.all().forEach(destination -> destination.forget(ids));
    return ids.size();
  }

  @Override
  public void close() {
    thread.ifPresent(Thread::interrupt);
  }
}
