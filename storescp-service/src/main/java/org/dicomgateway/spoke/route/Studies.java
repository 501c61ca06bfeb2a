package org.dicomgateway.spoke.route;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dicomgateway.spoke.destination.DeliveryState;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.Destinations;
import org.dicomgateway.spoke.destination.InstanceProgress;
import org.dicomgateway.spoke.route.rule.Verdict;
import org.dicomgateway.spoke.spool.Spool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the spool holds, by study. Thread-safe. */
public final class Studies {
  private static final Logger log = LoggerFactory.getLogger(Studies.class);

  /** So long it may take until a destination knows what it was handed. */
  private static final Duration TAKING_OVER = Duration.ofSeconds(10);

  /** What becomes of what not every destination has. */
  public enum Undelivered {
    KEEP,
    DELETE
  }

  private final RouteLedger ledger;
  private final Destinations destinations;
  private final Spool spool;
  private final StudyHolds holds;

  public Studies(RouteLedger ledger, Destinations destinations, Spool spool, StudyHolds holds) {
    this.ledger = ledger;
    this.destinations = destinations;
    this.spool = spool;
    this.holds = holds;
  }

  /** Studies, the one that something came of last first. */
  public List<StudySummary> list(StudyFilter filter) {
    List<List<Decision>> studies =
        ledger.latest(filter.since(), filter.modality(), filter.most()).stream()
            .map(ledger::of)
            .filter(decisions -> !decisions.isEmpty())
            .toList();
    Function<Decision, Standing> standing =
        standings(studies.stream().flatMap(List::stream).toList());
    return studies.stream()
        .map(decisions -> summary(decisions, standing))
        .filter(
            study ->
                filter.standing().isEmpty()
                    || study.standings().containsKey(filter.standing().get()))
        .toList();
  }

  private StudySummary summary(List<Decision> decisions, Function<Decision, Standing> standing) {
    return StudySummary.of(decisions, standing, holds.of(decisions.getFirst().studyInstanceUid()));
  }

  /** How instances stand; every destination is asked twice, however many they are. */
  private Function<Decision, Standing> standings(List<Decision> decisions) {
    Map<String, Set<String>> delivered = new HashMap<>();
    Map<String, Set<String>> underWay = new HashMap<>();
    for (Destination destination : destinations.all()) {
      String name = destination.name();
      List<String> its =
          decisions.stream()
              .filter(one -> one.goesOn() && one.destinations().contains(name))
              .map(Decision::id)
              .toList();
      delivered.put(name, destination.delivered(its).keySet());
      underWay.put(name, destination.underWay(its));
    }
    Instant justNow = Instant.now().minus(TAKING_OVER);
    return decision ->
        standing(
            decision,
            name -> {
              if (delivered.getOrDefault(name, Set.of()).contains(decision.id())) {
                return DeliveryState.DELIVERED;
              }
              boolean waits =
                  underWay.getOrDefault(name, Set.of()).contains(decision.id())
                      || decision.at().isAfter(justNow);
              return waits ? DeliveryState.WAITING : DeliveryState.PARKED;
            });
  }

  private static Standing standing(Decision decision, Function<String, DeliveryState> state) {
    return switch (decision.kind()) {
      case HOLD -> Standing.HELD;
      case DROP -> Standing.DROPPED;
      case UNROUTED -> Standing.UNROUTED;
      case SEND -> {
        Set<DeliveryState> states =
            decision.destinations().stream().map(state).collect(Collectors.toSet());
        if (states.contains(DeliveryState.WAITING) || states.contains(DeliveryState.SENDING)) {
          yield Standing.QUEUED;
        }
        yield states.contains(DeliveryState.PARKED) ? Standing.PARKED : Standing.DELIVERED;
      }
    };
  }

  /** A study down to its instances; empty if nothing of it is here. */
  public Optional<StudyDetail> show(String study) {
    List<Decision> decisions = ledger.of(study);
    if (decisions.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Map<String, DeliveryState>> states = new HashMap<>();
    for (Destination destination : destinations.all()) {
      for (InstanceProgress one : destination.trace(study)) {
        states.computeIfAbsent(one.id(), _ -> new TreeMap<>()).put(destination.name(), one.state());
      }
    }
    Map<String, StudyDetail.InstanceDetail> details = new HashMap<>();
    decisions.forEach(
        one -> details.put(one.id(), detail(one, states.getOrDefault(one.id(), Map.of()))));
    return Optional.of(
        new StudyDetail(
            summary(decisions, one -> details.get(one.id()).standing()),
            decisions.stream().map(one -> details.get(one.id())).toList()));
  }

  /** What was decided just now waits; what a destination that is gone was to have is parked. */
  private StudyDetail.InstanceDetail detail(Decision decision, Map<String, DeliveryState> states) {
    Map<String, DeliveryState> its = new TreeMap<>();
    if (decision.kind() == Verdict.Kind.SEND) {
      for (String name : decision.destinations()) {
        boolean there = destinations.named(name).isPresent();
        its.put(
            name, states.getOrDefault(name, there ? DeliveryState.WAITING : DeliveryState.PARKED));
      }
    }
    return new StudyDetail.InstanceDetail(
        decision.id(),
        decision.seriesInstanceUid(),
        decision.sopInstanceUid(),
        decision.modality(),
        decision.receivedAt(),
        decision.length(),
        standing(decision, its::get),
        decision.dispatch().reason(),
        its);
  }

  /**
   * Deletes what the spool holds of a study, for good, and that a person holds it.
   *
   * @return how many instances there were
   * @throws UndeliveredException if not every destination has all of it, unless that is to be
   *     deleted, too
   */
  public int delete(String study, Undelivered undelivered)
      throws UndeliveredException, IOException {
    List<Decision> decisions = ledger.of(study);
    Function<Decision, Standing> standing = standings(decisions);
    long lost = decisions.stream().filter(one -> isLost(standing.apply(one))).count();
    if (lost > 0 && undelivered == Undelivered.KEEP) {
      throw new UndeliveredException(
          "%d of %d instances of study %s would be lost for good: not every destination has them. See"
                  .formatted(lost, decisions.size(), study)
              + " 'gateway spoke study show'; 'study delete --force' deletes them all the same");
    }
    List<String> ids = new ArrayList<>();
    for (Decision decision : decisions) {
      spool.remove(decision.id());
      ids.add(decision.id());
    }
    ledger.forget(ids);
    holds.remove(study);
    destinations.all().forEach(destination -> destination.forget(ids));
    log.warn(
        "study {}: a person deleted {} instances, {} of them not delivered",
        study,
        ids.size(),
        lost);
    return ids.size();
  }

  private static boolean isLost(Standing standing) {
    return standing != Standing.DELIVERED && standing != Standing.DROPPED;
  }
}
