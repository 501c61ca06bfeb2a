package org.dicomgateway.spoke.forward;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dicomgateway.spoke.destination.Backoff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins packs as long as the gate has room, each on a thread of its own, and puts back those that
 * fail. Thread-safe.
 */
final class Deliveries implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

  private final PackPlanner planner;
  private final Gate gate;
  private final Line line;
  private final Pause pause;
  private final Delivery delivery;
  private final Backoff backoff;
  private final ForwardMetrics metrics;
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  Deliveries(
      PackPlanner planner,
      Gate gate,
      Line line,
      Pause pause,
      Delivery delivery,
      Backoff backoff,
      ForwardMetrics metrics) {
    this.planner = planner;
    this.gate = gate;
    this.line = line;
    this.pause = pause;
    this.delivery = delivery;
    this.backoff = backoff;
    this.metrics = metrics;
  }

  /**
   * Begins the next pack; waits until there is one, and room, and a line. Which one is decided at
   * last, so that none is overtaken while it waits.
   */
  void beginNext() throws InterruptedException {
    planner.await(gate::hasRoom);
    pause.await();
    line.awaitTurn();
    Optional<Pack> next = planner.poll(gate::hasRoom);
    if (next.isPresent()) {
      begin(next.get());
    } else {
      // What there was has been taken back meanwhile.
      line.passTurn();
    }
  }

  private void begin(Pack pack) {
    Gate.Pass pass = gate.enter(pack);
    Thread thread =
        Thread.ofVirtual().name("pack-" + pack.id()).unstarted(() -> deliver(pack, pass));
    threads.add(thread);
    thread.start();
  }

  private void deliver(Pack pack, Gate.Pass pass) {
    try (pass) {
      delivery.deliver(pack, pass);
      failures.remove(pack.id());
      line.passTurn();
    } catch (HubException e) {
      metrics.retried();
      failed(pack, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.error("study {}, pack {}: trying again in a minute", pack.study(), pack.id(), e);
      planner.putBack(pack, Backoff.LONGEST);
    } finally {
      threads.remove(Thread.currentThread());
      if (!Thread.currentThread().isInterrupted()) {
        planner.reload();
      }
    }
  }

  /** A pack that only fails itself comes later, so that it holds up no other. */
  private void failed(Pack pack, HubException e) {
    int count = failures.merge(pack.id(), 1, Integer::sum);
    switch (e.kind()) {
      case UNREACHABLE, TOKEN_REFUSED -> {
        line.failed(e);
        planner.putBack(pack, Duration.ZERO);
      }
      case TROUBLED -> {
        line.failed(e);
        planner.putBack(pack, backoff.pause(count, e.retryAfter()));
      }
      case NOT_FOUND, WRONG_OFFSET, UNEXPECTED -> {
        log.warn("study {}, pack {}: {}; trying again", pack.study(), pack.id(), e.getMessage());
        planner.putBack(pack, backoff.pause(count, e.retryAfter()));
      }
    }
  }

  /** Stops sending, at the byte. */
  @Override
  public void close() throws InterruptedException {
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
