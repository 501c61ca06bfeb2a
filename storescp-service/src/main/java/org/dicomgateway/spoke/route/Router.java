package org.dicomgateway.spoke.route;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.DestinationUsers;
import org.dicomgateway.spoke.destination.Destinations;
import org.dicomgateway.spoke.route.Decider.Decided;
import org.dicomgateway.spoke.route.rule.RouteTable.Release;
import org.dicomgateway.spoke.spool.Sender;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpooledInstance;

/** Hands what the spool holds to the destinations, as the routes say. Thread-safe. */
public final class Router implements DestinationUsers, AutoCloseable {
  private static final String BY_A_PERSON = "a person said so";

  private final Spool spool;
  private final Routes routes;
  private final RouteLedger ledger;
  private final Withdrawal withdrawal;
  private final Decider decider;
  private final HandOut handOut;
  private final Arrivals arrivals;
  private final Reconciliation reconciliation;
  private Optional<Thread> worker = Optional.empty();

  /**
   * @param doubts why what a sender sends is held until it is released, or empty
   */
  public Router(
      Spool spool,
      Routes routes,
      Destinations destinations,
      RouteLedger ledger,
      UrgencyRules urgency,
      Function<Sender, Optional<String>> doubts) {
    this.spool = spool;
    this.routes = routes;
    this.withdrawal = new Withdrawal(ledger);
    this.ledger = ledger;
    this.decider = new Decider(spool, routes, urgency, doubts, ledger::count);
    this.handOut = new HandOut(destinations);
    this.reconciliation = new Reconciliation(spool, ledger, decider, destinations, handOut);
    Repeats repeats = new Repeats(ledger, destinations);
    this.arrivals =
        new Arrivals(Arrivals.CAPACITY, spool, ledger, decider, handOut, repeats, reconciliation);
  }

  /**
   * Takes up what the last process left, and routes from now on; to be called once, when the
   * destinations are started. Damaged files are set aside.
   *
   * @return how many instances nothing had been decided of
   */
  public int start() throws IOException, InterruptedException {
    int forgotten = reconciliation.run();
    worker = Optional.of(Thread.ofVirtual().name("router").start(arrivals::work));
    return forgotten;
  }

  /** Takes an instance that is safe in the spool; returns before anything is written or sent. */
  public void route(SpooledInstance instance) {
    arrivals.put(decider.decide(instance, Release.NOT_RELEASED));
  }

  /** Studies of which instances go nowhere for now, the longest waiting first. */
  public List<KeptStudy> kept() {
    return ledger.kept();
  }

  /** What was decided of a study's instances, in the order of their receipt. */
  public List<Decision> decisions(String study) {
    return ledger.of(study);
  }

  /**
   * Has what is kept of a study decided anew, by the routes of now, and what a rule holds go on.
   *
   * @return how many instances are sent now
   */
  public int release(String study) throws IOException, InterruptedException {
    int sent = 0;
    for (Decision kept : keptOf(study)) {
      SpooledInstance instance = spool.read(kept.id());
      Decision decision = decide(decider.decide(instance, Release.RELEASED));
      handOut.handOut(instance, decision);
      sent += decision.goesOn() ? 1 : 0;
    }
    return sent;
  }

  /**
   * Sends what is kept of a study to the hub, whatever the routes say.
   *
   * @return how many instances there were
   */
  public int send(String study) throws IOException, InterruptedException {
    List<Decision> kept = keptOf(study);
    for (Decision decision : kept) {
      SpooledInstance instance = spool.read(decision.id());
      handOut.handOut(instance, decide(decider.toTheHub(instance, BY_A_PERSON)));
    }
    return kept.size();
  }

  /**
   * Sends all of a study that is here to destinations more, whatever the routes say; where it goes
   * already it goes too.
   *
   * @return how many instances did not go to all of them before
   */
  public int send(String study, Set<String> names) throws IOException, InterruptedException {
    int count = 0;
    for (Decision before : ledger.of(study)) {
      Set<String> all = new LinkedHashSet<>(before.goesOn() ? before.destinations() : List.of());
      if (all.addAll(names)) {
        SpooledInstance instance = spool.read(before.id());
        String reason = before.dispatch().reason() + "; " + BY_A_PERSON;
        Decision now = before.sentTo(new ArrayList<>(all), reason);
        ledger.put(List.of(now));
        handOut.handOut(instance, now);
        count++;
      }
    }
    return count;
  }

  /** What is decided is written down before anybody acts by it. */
  private Decision decide(Decided decided) {
    Decision decision = decider.decision(decided);
    ledger.put(List.of(decision));
    return decision;
  }

  private List<Decision> keptOf(String study) {
    return ledger.of(study).stream().filter(decision -> !decision.goesOn()).toList();
  }

  /**
   * What the routes of now say of a study's instances that are in the spool, each verdict once.
   *
   * @return empty if nothing of it is here
   */
  public List<ExplainedInstances> explain(String study) throws IOException {
    ExplainedInstances.Collector collector = new ExplainedInstances.Collector();
    int number = 0;
    for (Decision decision : ledger.of(study)) {
      number++;
      SpooledInstance instance = spool.read(decision.id());
      Release release = decision.doubt().isPresent() ? Release.RELEASED : Release.NOT_RELEASED;
      collector.add(decision, decider.explain(instance, number, release));
    }
    return collector.all();
  }

  @Override
  public List<String> rulesTo(String destination) {
    return routes.rulesTo(destination);
  }

  @Override
  public void withdraw(Destination destination) {
    withdrawal.withdraw(destination);
  }

  @Override
  public void changed() {
    arrivals.lookThrough();
  }

  /** Stops; what was not written down is found in the spool at the next start. */
  @Override
  public void close() {
    worker.ifPresent(Thread::interrupt);
    try {
      if (worker.isPresent()) {
        worker.get().join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
