package org.dicomgateway.spoke.forward;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forwards what it accepted, for ever and across restarts. Thread-safe. */
public final class Forwarder implements AutoCloseable {
  /** Name of the one destination. */
  public static final String HUB = "hub";

  private static final Logger log = LoggerFactory.getLogger(Forwarder.class);
  private static final long SWEEP_EVERY_MILLIS = 5_000;

  private final QueueDatabase database;
  private final Queue queue;
  private final LineRate rate = new LineRate();
  private final Line line = new Line();
  private final PackPlanner planner;
  private final Inbox inbox;
  private final HubClient hub;
  private final QueueReport report;
  private final QueueTrace trace;
  private final ForwardMetrics metrics;
  private final InFlight inFlight;
  private final Pause pause;
  private final Delivery delivery;
  private final Retention retention;
  private final int workers;
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private final List<Thread> threads = new ArrayList<>();

  private Forwarder(
      QueueDatabase database,
      Spool spool,
      ForwardSettings settings,
      MeterRegistry registry,
      Duration stall) {
    this.database = database;
    this.queue = new Queue(database);
    this.planner = new PackPlanner(queue, rate);
    this.inbox = new Inbox(spool, queue, planner);
    this.hub = new HubClient(settings.hub(), settings.token(), stall, line::works);
    this.report = new QueueReport(database);
    this.trace = new QueueTrace(database);
    this.metrics = new ForwardMetrics(registry);
    metrics.watch(report);
    this.inFlight = new InFlight(metrics);
    this.pause = new Pause(queue, HUB);
    PackAssembler assembler = new PackAssembler(spool, settings.site());
    this.delivery = new Delivery(queue, assembler, hub, rate, inFlight, pause);
    this.retention = new Retention(spool, queue, settings.keep());
    this.workers = settings.packsInFlight();
  }

  /**
   * Opens the queue; nothing is sent before {@link #start}.
   *
   * @param database file of the queue, made if there is none
   * @throws IOException if the queue's database cannot be opened
   */
  public static Forwarder open(
      Path database, Spool spool, ForwardSettings settings, MeterRegistry registry)
      throws IOException {
    return open(database, spool, settings, registry, HubClient.STALL);
  }

  static Forwarder open(
      Path database, Spool spool, ForwardSettings settings, MeterRegistry registry, Duration stall)
      throws IOException {
    try {
      return new Forwarder(QueueDatabase.open(database), spool, settings, registry, stall);
    } catch (SQLException e) {
      throw new IOException("cannot open the queue: " + e.getMessage(), e);
    }
  }

  /** Ids of all instances that need not be accepted again. */
  public Set<String> known() {
    return queue.ids();
  }

  /** Takes over an instance; returns before anything is written or sent. */
  public void accept(SpooledInstance instance, String destination, Urgency urgency, String reason)
      throws InterruptedException {
    inbox.put(new Routed(instance, destination, urgency, reason, Instant.now()));
  }

  /** Begins to queue and to send. */
  public void start() {
    thread("inbox", inbox::enqueueNext);
    thread("retention", this::sweep);
    for (int i = 1; i <= workers; i++) {
      thread("forward-" + i, this::deliverNext);
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws InterruptedException;
  }

  /** Repeats a step until the forwarder closes; a failure of one is no end of the others. */
  private void thread(String name, Step step) {
    Runnable loop =
        () -> {
          try {
            while (!Thread.interrupted()) {
              try {
                step.run();
              } catch (RuntimeException e) {
                log.error("{}: going on in a second", name, e);
                Thread.sleep(1_000);
              }
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    threads.add(Thread.ofVirtual().name(name).start(loop));
  }

  private void deliverNext() throws InterruptedException {
    Pack pack = planner.next();
    pause.await();
    line.awaitTurn();
    try {
      delivery.deliver(pack);
      failures.remove(pack.id());
    } catch (HubException e) {
      metrics.retried();
      failed(pack, e);
    } catch (RuntimeException e) {
      planner.putBack(pack, Line.LONGEST_PAUSE);
      throw e;
    } finally {
      planner.reload();
    }
  }

  /** A pack that only fails itself comes later, so that it holds up no other. */
  private void failed(Pack pack, HubException e) {
    int count = failures.merge(pack.id(), 1, Integer::sum);
    switch (e.kind()) {
      case UNREACHABLE, TOKEN_REFUSED -> {
        line.failed(e);
        planner.putBack(pack, Line.NO_PAUSE);
      }
      case TROUBLED -> {
        line.failed(e);
        planner.putBack(pack, Line.pause(count));
      }
      case NOT_FOUND, WRONG_OFFSET, UNEXPECTED -> {
        log.warn("study {}, pack {}: {}; trying again", pack.study(), pack.id(), e.getMessage());
        planner.putBack(pack, Line.pause(count));
      }
    }
  }

  /** Stops sending, at the next piece of a pack and across restarts; receiving goes on. */
  public void pause() {
    pause.pause();
  }

  /** When {@link #pause} was called; empty if sending is wanted. */
  public Optional<Instant> pausedSince() {
    return pause.since();
  }

  /** Ends a {@link #pause}. */
  public void resume() {
    pause.resume();
  }

  /**
   * Sends parked instances after all.
   *
   * @return how many; 0 if none that is meant is parked
   */
  public int retry(ParkedFilter filter) {
    int count = queue.retry(filter);
    planner.reload();
    return count;
  }

  /** How things stand. */
  public ForwardStatus status() {
    return report.status(line.status(), pause.since(), inFlight);
  }

  /** What is remembered of a study's way; empty if nothing is, or no longer. */
  public Optional<StudyTrace> trace(String studyInstanceUid) {
    return trace.of(studyInstanceUid);
  }

  /** Asks the hub what it remembers of a study; takes as long as the line does, within bounds. */
  public HubSide traceAtHub(String studyInstanceUid) throws InterruptedException {
    try {
      return new HubSide(hub.trace(studyInstanceUid), "");
    } catch (HubException e) {
      return new HubSide(Optional.empty(), e.getMessage());
    }
  }

  private void sweep() throws InterruptedException {
    try {
      retention.sweep(Instant.now());
    } catch (IOException e) {
      log.warn("retention: {}", e.getMessage());
    }
    Thread.sleep(SWEEP_EVERY_MILLIS);
  }

  /** Stops sending, at the byte; the next start goes on there. */
  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    hub.close();
    try {
      for (Thread thread : threads) {
        thread.join();
      }
      database.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      log.warn("queue.db: {}", e.getMessage());
    }
  }
}
