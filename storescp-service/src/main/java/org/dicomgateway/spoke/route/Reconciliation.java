package org.dicomgateway.spoke.route;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.Destinations;
import org.dicomgateway.spoke.route.rule.RouteTable.Release;
import org.dicomgateway.spoke.spool.DamagedFileException;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings spool, ledger and destinations to agree, whichever of them a process that ended, or a disk
 * that lost its last writes, left behind: the spool is the truth about what there is, the ledger
 * about what was decided, each destination about what it has got. Not for two threads at a time.
 */
final class Reconciliation {
  private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);
  private static final int PAGE = 500;

  private final Spool spool;
  private final RouteLedger ledger;
  private final Decider decider;
  private final Destinations destinations;
  private final HandOut handOut;
  private final HoldingBack holdingBack;

  Reconciliation(
      Spool spool,
      RouteLedger ledger,
      Decider decider,
      Destinations destinations,
      HandOut handOut,
      HoldingBack holdingBack) {
    this.spool = spool;
    this.ledger = ledger;
    this.decider = decider;
    this.destinations = destinations;
    this.handOut = handOut;
    this.holdingBack = holdingBack;
  }

  /**
   * Does it. What is read last knows most, so that nothing that comes meanwhile is taken for gone.
   *
   * @return how many instances of the spool nothing was decided of
   */
  int run() throws IOException, InterruptedException {
    holdingBack.apply();
    Map<String, Set<String>> known = new HashMap<>();
    destinations.all().forEach(one -> known.put(one.name(), one.known()));
    Set<String> decided = ledger.ids();
    List<String> files = spool.ids();
    forgetGone(known, decided, new HashSet<>(files));
    int count = decideForgotten(known, decided, files);
    handOutAgain(known, new HashSet<>(files));
    return count;
  }

  /** Retention deletes the file first, then the memory of it; what is not delivered stays told. */
  private void forgetGone(Map<String, Set<String>> known, Set<String> decided, Set<String> files) {
    Set<String> gone = new HashSet<>(decided);
    known.values().forEach(gone::addAll);
    gone.removeAll(files);
    if (gone.isEmpty()) {
      return;
    }
    Set<String> missed = new HashSet<>();
    for (Destination destination : destinations.all()) {
      Set<String> its = new HashSet<>(known.getOrDefault(destination.name(), Set.of()));
      its.retainAll(gone);
      its.removeAll(destination.delivered(its).keySet());
      missed.addAll(its);
    }
    gone.removeAll(missed);
    ledger.forget(gone);
    destinations.all().forEach(destination -> destination.forget(gone));
    if (!missed.isEmpty()) {
      log.error(
          "{} instances that are not delivered everywhere have no file in the spool any more: each is"
              + " parked when it is its turn, and named then",
          missed.size());
    }
  }

  private int decideForgotten(
      Map<String, Set<String>> known, Set<String> decided, List<String> files) throws IOException {
    List<Decision> decisions = new ArrayList<>();
    int count = 0;
    for (String id : files) {
      Optional<SpooledInstance> instance = decided.contains(id) ? Optional.empty() : read(id);
      if (instance.isPresent()) {
        Decision decision = decider.decision(decider.decide(instance.get(), Release.NOT_RELEASED));
        boolean held = decider.hold(decision.studyInstanceUid()).isPresent();
        decisions.add(held ? decision : onItsWay(decision, known));
        count++;
      }
      if (decisions.size() >= PAGE) {
        ledger.put(decisions);
        decisions.clear();
      }
    }
    ledger.put(decisions);
    return count;
  }

  /** Where an instance is already on its way, it goes on, whatever the routes of now say. */
  private static Decision onItsWay(Decision decision, Map<String, Set<String>> known) {
    Set<String> names = new HashSet<>(decision.goesOn() ? decision.destinations() : List.of());
    boolean more = false;
    for (Map.Entry<String, Set<String>> one : known.entrySet()) {
      more |= one.getValue().contains(decision.id()) && names.add(one.getKey());
    }
    return more
        ? decision.sentTo(
            names.stream().sorted().toList(), decision.dispatch().reason() + "; was on its way")
        : decision;
  }

  private void handOutAgain(Map<String, Set<String>> known, Set<String> files)
      throws IOException, InterruptedException {
    List<Decision> page = ledger.after("", PAGE);
    while (!page.isEmpty()) {
      for (Decision decision : page) {
        if (files.contains(decision.id()) && isMissing(decision, known)) {
          Optional<SpooledInstance> instance = read(decision.id());
          if (instance.isPresent()) {
            handOut.handOut(instance.get(), decision);
          }
        }
      }
      page = ledger.after(page.getLast().id(), PAGE);
    }
  }

  private static boolean isMissing(Decision decision, Map<String, Set<String>> known) {
    return decision.goesOn()
        && decision.destinations().stream()
            .anyMatch(name -> known.containsKey(name) && !known.get(name).contains(decision.id()));
  }

  /** A damaged file is set aside. */
  private Optional<SpooledInstance> read(String id) throws IOException {
    try {
      return Optional.of(spool.read(id));
    } catch (DamagedFileException e) {
      Path aside = spool.setAside(id);
      log.error("instance file {}: {}; set aside in {} to be looked at", id, e.getMessage(), aside);
      return Optional.empty();
    } catch (NoSuchFileException e) {
      // Delivered and deleted since it was listed.
      return Optional.empty();
    }
  }
}
