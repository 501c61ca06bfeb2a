package org.dicomgateway.spoke.route;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.dicomgateway.spoke.database.DatabaseException;
import org.dicomgateway.spoke.route.Decider.Decided;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what was decided of instances that come, in batches behind the acknowledgement, and
 * then hands them out. What is in it when the process ends is found in the spool at the next start.
 * No sender ever waits for it: what it has no room for is found in the spool too, once there is.
 * For any number of threads that put, and one that works.
 */
final class Arrivals {
  private static final Logger log = LoggerFactory.getLogger(Arrivals.class);
  static final int CAPACITY = 10_000;
  private static final int BATCH = 500;
  private static final long PATIENCE_MILLIS = 1_000;
  private static final long PAUSE_MILLIS = 5_000;

  private final BlockingQueue<Decided> arrivals;
  private final Spool spool;
  private final RouteLedger ledger;
  private final Decider decider;
  private final HandOut handOut;
  private final Repeats repeats;
  private final Reconciliation reconciliation;
  private final Lock deciding;
  private volatile boolean behind;

  /**
   * @param capacity how many may wait; a few hundred bytes each
   */
  Arrivals(
      int capacity,
      Spool spool,
      RouteLedger ledger,
      Decider decider,
      HandOut handOut,
      Repeats repeats,
      Reconciliation reconciliation,
      Lock deciding) {
    this.arrivals = new ArrayBlockingQueue<>(capacity);
    this.spool = spool;
    this.ledger = ledger;
    this.decider = decider;
    this.handOut = handOut;
    this.repeats = repeats;
    this.reconciliation = reconciliation;
    this.deciding = deciding;
  }

  /** Returns at once. */
  void put(Decided decided) {
    if (!arrivals.offer(decided)) {
      behind = true;
    }
  }

  /** Has the spool looked through for what is not decided, or not handed out. */
  void lookThrough() {
    behind = true;
  }

  /** Works until it is interrupted. */
  void work() {
    try {
      while (!Thread.interrupted()) {
        try {
          takeNext();
        } catch (DatabaseException | IOException e) {
          log.error("{}; what was received is safe in the spool, trying again", e.getMessage());
          behind = true;
          Thread.sleep(PAUSE_MILLIS);
        } catch (RuntimeException e) {
          log.error("going on in a second", e);
          behind = true;
          Thread.sleep(1_000);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void takeNext() throws IOException, InterruptedException {
    Decided first = arrivals.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    if (first != null) {
      List<Decided> batch = new ArrayList<>(List.of(first));
      arrivals.drainTo(batch, BATCH - 1);
      alone(() -> take(batch));
    }
    // Not only in silence: where images come all day, what overflowed would wait all day.
    if (behind && arrivals.isEmpty()) {
      behind = false;
      alone(reconciliation::run);
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException, InterruptedException;
  }

  /** Nothing is held, released or sent by a person between the decision and the handing out. */
  private void alone(Step step) throws IOException, InterruptedException {
    deciding.lockInterruptibly();
    try {
      step.run();
    } finally {
      deciding.unlock();
    }
  }

  /** What was taken up from the spool meanwhile is not taken twice. */
  private void take(List<Decided> batch) throws IOException, InterruptedException {
    Set<String> known = ledger.known(batch.stream().map(one -> one.instance().id()).toList());
    Map<String, SpooledInstance> fresh = new HashMap<>();
    List<Decision> decisions = new ArrayList<>();
    for (Decided decided : batch) {
      if (!known.contains(decided.instance().id())) {
        Decision decision = decider.decision(decided);
        if (repeats.isRepeat(decision)) {
          spool.remove(decision.id());
          log.debug("instance {} came again", decision.sopInstanceUid());
        } else {
          fresh.put(decision.id(), decided.instance());
          decisions.add(decision);
        }
      }
    }
    for (Decision decision : ledger.put(decisions)) {
      handOut.handOut(fresh.get(decision.id()), decision);
    }
  }
}
