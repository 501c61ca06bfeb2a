package org.dicomgateway.spoke.route;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.Destinations;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.route.rule.RouteTable.Release;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people say of a study instead of the routes. What is decided is written down before anybody
 * acts by it. For one thread at a time, and none that hands anything out.
 */
final class StudyOrders {
  private static final Logger log = LoggerFactory.getLogger(StudyOrders.class);

  private final Spool spool;
  private final RouteLedger ledger;
  private final StudyHolds holds;
  private final HoldingBack holdingBack;
  private final Decider decider;
  private final HandOut handOut;
  private final Destinations destinations;

  StudyOrders(
      Spool spool,
      RouteLedger ledger,
      StudyHolds holds,
      HoldingBack holdingBack,
      Decider decider,
      HandOut handOut,
      Destinations destinations) {
    this.spool = spool;
    this.ledger = ledger;
    this.holds = holds;
    this.holdingBack = holdingBack;
    this.decider = decider;
    this.handOut = handOut;
    this.destinations = destinations;
  }

  /** Empty if nothing of the study is here. */
  Optional<HeldStudy> hold(String study, String reason, String by)
      throws IOException, InterruptedException {
    if (ledger.count(study) == 0) {
      return Optional.empty();
    }
    StudyHold hold = new StudyHold(study, reason, by, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    holds.put(hold);
    log.info("study {} is {}", study, hold.text());
    holdingBack.apply(hold);
    return Optional.of(holdingBack.standing(hold));
  }

  /** Returns how many instances are sent now. */
  int release(String study) throws IOException, InterruptedException {
    if (holds.remove(study)) {
      log.info("study {} is released", study);
    }
    int sent = 0;
    for (Decision kept : keptOf(study)) {
      SpooledInstance instance = spool.read(kept.id());
      Decision now = decider.decision(decider.decide(instance, Release.RELEASED));
      now = now.alsoSentTo(kept.asked());
      carryOut(instance, now);
      sent += now.goesOn() ? 1 : 0;
    }
    return sent;
  }

  /** Sends what is kept to the hub; returns how many instances there were. */
  int send(String study, Optional<Urgency> urgency)
      throws HeldBackException, IOException, InterruptedException {
    requireNotHeld(study);
    List<Decision> kept = keptOf(study);
    for (Decision before : kept) {
      SpooledInstance instance = spool.read(before.id());
      Decision now = decider.decision(decider.toTheHub(instance, Decision.BY_A_PERSON));
      carryOut(instance, urgency.map(now::as).orElse(now));
    }
    return kept.size();
  }

  /** Sends all there is to more destinations; returns how many instances did not go there. */
  int send(String study, Set<String> names, Optional<Urgency> urgency)
      throws HeldBackException, IOException, InterruptedException {
    requireNotHeld(study);
    int count = 0;
    for (Decision before : ledger.of(study)) {
      if (!before.goesOn() || !before.destinations().containsAll(names)) {
        SpooledInstance instance = spool.read(before.id());
        Decision now = before.alsoSentTo(names);
        carryOut(instance, urgency.map(now::as).orElse(now));
        count++;
      }
    }
    return count;
  }

  /**
   * Lets what waits be as urgent.
   *
   * @param names destinations; none: all of them
   * @return how many instances there are, at the destination with the most of them
   */
  int hurry(String study, Set<String> names, Urgency urgency)
      throws HeldBackException, InterruptedException {
    requireNotHeld(study);
    ledger.put(
        ledger.of(study).stream().filter(Decision::goesOn).map(one -> one.as(urgency)).toList());
    int count = 0;
    for (Destination destination : destinations.all()) {
      if (names.isEmpty() || names.contains(destination.name())) {
        count = Math.max(count, destination.hurry(study, urgency));
      }
    }
    return count;
  }

  private void requireNotHeld(String study) throws HeldBackException {
    Optional<StudyHold> hold = holds.of(study);
    if (hold.isPresent()) {
      throw new HeldBackException(hold.get());
    }
  }

  private void carryOut(SpooledInstance instance, Decision decision) throws InterruptedException {
    handOut.handOut(instance, ledger.put(List.of(decision)).getFirst());
  }

  private List<Decision> keptOf(String study) {
    return ledger.of(study).stream().filter(decision -> !decision.goesOn()).toList();
  }
}
