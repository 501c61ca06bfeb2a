package org.dicomgateway.spoke.route;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.dicomgateway.spoke.database.DatabaseException;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.DestinationUsers;
import org.dicomgateway.spoke.destination.Destinations;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.route.rule.RouteTable.Release;
import org.dicomgateway.spoke.spool.Sender;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpooledInstance;

/** Hands what the spool holds to the destinations, as the routes say. Thread-safe. */
public final class Router implements DestinationUsers, AutoCloseable {
  private final Spool spool;
  private final Routes routes;
  private final RouteLedger ledger;
  private final Withdrawal withdrawal;
  private final Decider decider;
  private final Arrivals arrivals;
  private final HoldingBack holdingBack;
  private final Reconciliation reconciliation;
  private final StudyOrders orders;

  /** Held from a decision until it is handed out, so that what a person says counts. */
  private final ReentrantLock deciding = new ReentrantLock();

  private Optional<Thread> worker = Optional.empty();

  /**
   * @param doubts why what a sender sends is held until it is released, or empty
   * @param holds studies that people hold until they are released
   */
  public Router(
      Spool spool,
      Routes routes,
      Destinations destinations,
      RouteLedger ledger,
      UrgencyRules urgency,
      Function<Sender, Optional<String>> doubts,
      StudyHolds holds) {
    this.spool = spool;
    this.routes = routes;
    this.withdrawal = new Withdrawal(ledger);
    this.ledger = ledger;
    this.decider = new Decider(spool, routes, urgency, doubts, holds, ledger::count);
    this.holdingBack = new HoldingBack(holds, ledger, destinations);
    HandOut handOut = new HandOut(destinations);
    this.reconciliation =
        new Reconciliation(spool, ledger, decider, destinations, handOut, holdingBack);
    this.orders =
        new StudyOrders(spool, ledger, holds, holdingBack, decider, handOut, destinations);
    Repeats repeats = new Repeats(ledger, destinations);
    this.arrivals =
        new Arrivals(
            Arrivals.CAPACITY, spool, ledger, decider, handOut, repeats, reconciliation, deciding);
  }

  /** Takes back what people hold; to be called before a destination sends. */
  public void holdBack() throws InterruptedException {
    holdingBack.apply();
  }

  /**
   * Takes up what the last process left, and routes from now on; to be called once, when the
   * destinations are started. Damaged files are set aside.
   *
   * @return how many instances nothing had been decided of
   */
  public int start() throws IOException, InterruptedException {
    int forgotten = alone(reconciliation::run);
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
   * Keeps what no destination has yet taken of a study, and what still comes, until it is released.
   * What is being sent at the moment may yet arrive, and is not tried again.
   *
   * @param reason may be empty
   * @param by who says so; may be empty
   * @return empty if nothing of it is here
   */
  public Optional<HeldStudy> hold(String study, String reason, String by)
      throws IOException, InterruptedException {
    try {
      return alone(() -> orders.hold(study, reason, by));
    } catch (DatabaseException e) {
      // What is written down already is carried out as soon as that can be done.
      arrivals.lookThrough();
      throw e;
    }
  }

  /** Whether a person holds a study, or a rule something of it, or nothing is sent of it. */
  public boolean keeps(String study) {
    return decider.hold(study).isPresent()
        || ledger.of(study).stream().anyMatch(decision -> !decision.goesOn());
  }

  /**
   * Has what is kept of a study decided anew, by the routes of now, and what a rule or a person
   * holds go on.
   *
   * @return how many instances are sent now
   */
  public int release(String study) throws IOException, InterruptedException {
    return alone(() -> orders.release(study));
  }

  /**
   * Sends what is kept of a study to the hub, whatever the routes say.
   *
   * @return how many instances there were
   * @throws HeldBackException if a person holds it
   */
  public int send(String study, Optional<Urgency> urgency)
      throws HeldBackException, IOException, InterruptedException {
    return alone(() -> orders.send(study, urgency));
  }

  /**
   * Sends all of a study that is here to destinations more, whatever the routes say; where it goes
   * already it goes too.
   *
   * @return how many instances did not go to all of them before
   * @throws HeldBackException if a person holds it
   */
  public int send(String study, Set<String> names, Optional<Urgency> urgency)
      throws HeldBackException, IOException, InterruptedException {
    return alone(() -> orders.send(study, names, urgency));
  }

  /**
   * Lets what waits of a study be as urgent as this.
   *
   * @param names where; none: at all destinations
   * @return how many instances there are
   * @throws HeldBackException if a person holds it
   */
  public int hurry(String study, Set<String> names, Urgency urgency)
      throws HeldBackException, IOException, InterruptedException {
    return alone(() -> orders.hurry(study, names, urgency));
  }

  @FunctionalInterface
  private interface Step<T, E extends Exception> {
    T run() throws E, IOException, InterruptedException;
  }

  private <T, E extends Exception> T alone(Step<T, E> step)
      throws E, IOException, InterruptedException {
    deciding.lockInterruptibly();
    try {
      return step.run();
    } finally {
      deciding.unlock();
    }
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
  public Set<String> sentTo() {
    return ledger.destinations();
  }

  @Override
  public void withdraw(Destination destination) {
    deciding.lock();
    try {
      withdrawal.withdraw(destination);
    } finally {
      deciding.unlock();
    }
  }

  @Override
  public void withdrawUnknown(String destination) {
    deciding.lock();
    try {
      withdrawal.withdrawUnknown(destination);
    } finally {
      deciding.unlock();
    }
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
