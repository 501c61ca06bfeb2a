package org.dicomgateway.spoke.route;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dicomgateway.spoke.database.DatabaseException;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.Destinations;
import org.dicomgateway.spoke.route.rule.Verdict;

/**
 * Has what people hold back kept: written down in the ledger first, then taken back from the
 * destinations. Doing it again does no harm, so a process that ended in between is made good for by
 * the next one, before it sends anything. Nobody may hand anything out meanwhile.
 */
final class HoldingBack {
  private final StudyHolds holds;
  private final RouteLedger ledger;
  private final Destinations destinations;

  HoldingBack(StudyHolds holds, RouteLedger ledger, Destinations destinations) {
    this.holds = holds;
    this.ledger = ledger;
    this.destinations = destinations;
  }

  /** Of all studies. */
  void apply() throws InterruptedException {
    for (StudyHold hold : holds.all()) {
      apply(hold);
    }
  }

  /**
   * Of one study.
   *
   * @throws DatabaseException if one destination cannot take it back now; the others have
   */
  void apply(StudyHold hold) throws InterruptedException {
    List<Decision> decisions = ledger.of(hold.studyInstanceUid());
    Map<String, Map<String, ?>> delivered = new TreeMap<>();
    List<String> ids = decisions.stream().map(Decision::id).toList();
    destinations.all().forEach(one -> delivered.put(one.name(), one.delivered(ids)));
    ledger.put(
        decisions.stream()
            .filter(one -> one.goesOn() && !isEverywhere(one, delivered))
            .map(one -> one.heldBack(hold.text()))
            .toList());
    withdraw(hold.studyInstanceUid());
  }

  private static boolean isEverywhere(Decision decision, Map<String, Map<String, ?>> delivered) {
    return decision.destinations().stream()
        .allMatch(name -> delivered.getOrDefault(name, Map.of()).containsKey(decision.id()));
  }

  private void withdraw(String study) throws InterruptedException {
    DatabaseException failure = null;
    for (Destination destination : destinations.all()) {
      try {
        destination.withdraw(study);
      } catch (DatabaseException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** How a study stands that is held. */
  HeldStudy standing(StudyHold hold) {
    List<Decision> decisions = ledger.of(hold.studyInstanceUid());
    List<String> held =
        decisions.stream()
            .filter(one -> one.kind() == Verdict.Kind.HOLD)
            .map(Decision::id)
            .toList();
    long onTheirWay =
        destinations.all().stream().flatMap(one -> one.underWay(held).stream()).distinct().count();
    long delivered = decisions.stream().filter(Decision::goesOn).count();
    return new HeldStudy(hold, held.size(), onTheirWay, delivered);
  }
}
