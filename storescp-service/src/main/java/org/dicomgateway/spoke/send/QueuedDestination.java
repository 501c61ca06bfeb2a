package org.dicomgateway.spoke.send;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.dicomgateway.spoke.database.Inbox;
import org.dicomgateway.spoke.destination.Backoff;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.DestinationStatus;
import org.dicomgateway.spoke.destination.Dispatch;
import org.dicomgateway.spoke.destination.Health;
import org.dicomgateway.spoke.destination.InstanceProgress;
import org.dicomgateway.spoke.destination.LimitInForce;
import org.dicomgateway.spoke.destination.Limits;
import org.dicomgateway.spoke.destination.Parked;
import org.dicomgateway.spoke.destination.ParkedFilter;
import org.dicomgateway.spoke.destination.Probe;
import org.dicomgateway.spoke.destination.QueuedStudy;
import org.dicomgateway.spoke.destination.Reason;
import org.dicomgateway.spoke.destination.Timeline;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.destination.Workers;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A destination that takes instance by instance, from a queue of its own. */
final class QueuedDestination implements Destination {
  private static final Logger log = LoggerFactory.getLogger(QueuedDestination.class);

  private final String name;
  private final Courier courier;
  private final SendQueue queue;
  private final Inbox<Accepted> inbox;
  private final Outbox outbox;
  private final Flow flow;
  private final Reachability reachability;
  private final SendMetrics metrics;
  private final SendReport report;
  private final Office office;
  private final Workers workers;

  private QueuedDestination(
      String name,
      Courier courier,
      SendQueue queue,
      Contents contents,
      Timeline time,
      MeterRegistry registry) {
    this.name = name;
    this.workers = new Workers(name);
    this.courier = courier;
    this.queue = queue;
    this.metrics = new SendMetrics(registry, name);
    this.flow = new Flow(time, metrics::sent);
    this.inbox = new Inbox<>(queue::add);
    this.outbox = new Outbox(name, queue, flow::isShut);
    this.report = new SendReport(queue, outbox);
    Backoff backoff = new Backoff(RandomGenerator.getDefault());
    this.reachability = new Reachability(name, time, backoff);
    this.office = new Office(name, queue, outbox, contents, flow, reachability, backoff, metrics);
  }

  /**
   * Opens a destination; nothing is sent before {@link #start}.
   *
   * @param courier closed with the destination, or if it cannot be opened
   * @param database file of the queue, made if there is none
   * @throws IOException if the queue cannot be opened
   */
  static QueuedDestination open(
      String name,
      Courier courier,
      Path database,
      Limits limits,
      Contents contents,
      Timeline time,
      MeterRegistry registry)
      throws IOException {
    try {
      SendQueue queue = SendQueue.open(database);
      QueuedDestination destination =
          new QueuedDestination(name, courier, queue, contents, time, registry);
      destination.limit(limits);
      return destination;
    } catch (IOException e) {
      courier.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    workers.repeat(
        "inbox",
        () -> {
          inbox.writeNext();
          outbox.wake();
        });
    for (int desk = 1; desk <= courier.desks(); desk++) {
      workers.repeat("desk-" + desk, this::work);
    }
  }

  /** While the destination takes nothing, one desk at a time tries. */
  private void work() throws InterruptedException {
    outbox.awaitWork();
    reachability.awaitTurn();
    try (Desk desk = new Desk(office)) {
      work(desk);
    }
  }

  /**
   * What fails is said before the desk gives back what it holds, which another would try at once.
   */
  private void work(Desk desk) throws InterruptedException {
    try {
      courier.work(desk);
      reachability.passTurn();
    } catch (Unavailable e) {
      Desk.requireNoInterrupt(e);
      metrics.retried();
      reachability.failed(e);
    }
  }

  @Override
  public void accept(SpooledInstance instance, Dispatch dispatch) throws InterruptedException {
    inbox.put(new Accepted(instance, dispatch, Instant.now()));
    if (dispatch.urgency() == Urgency.STAT) {
      reachability.hurry();
    }
  }

  @Override
  public Set<String> known() {
    return queue.ids();
  }

  @Override
  public Map<String, Instant> delivered(Collection<String> ids) {
    return queue.delivered(ids);
  }

  @Override
  public Set<String> underWay(Collection<String> ids) {
    Set<String> underWay = queue.underWay(ids);
    outbox.handedOut().stream().filter(ids::contains).forEach(underWay::add);
    return underWay;
  }

  @Override
  public void withdraw(String studyInstanceUid) throws InterruptedException {
    inbox.awaitWritten();
    outbox.withdraw(studyInstanceUid);
  }

  @Override
  public int hurry(String studyInstanceUid, Urgency urgency) throws InterruptedException {
    inbox.awaitWritten();
    int count = queue.hurry(studyInstanceUid, urgency);
    outbox.wake();
    if (urgency == Urgency.STAT) {
      reachability.hurry();
    }
    return count;
  }

  @Override
  public void forget(Collection<String> ids) {
    queue.forget(ids);
  }

  @Override
  public void pause() {
    outbox.pause();
  }

  @Override
  public void resume() {
    outbox.resume();
    reachability.tryAgain();
  }

  @Override
  public Limits limit(Limits limits) {
    Limits before = flow.limit(limits);
    outbox.wake();
    return before;
  }

  @Override
  public int retry(ParkedFilter filter) {
    int count = queue.retry(filter);
    outbox.wake();
    return count;
  }

  @Override
  public DestinationStatus status() {
    return new DestinationStatus(
        name,
        courier.kind(),
        courier.address(),
        health(),
        flow.inForce(),
        bytesPerSecond(),
        report.amounts(),
        report.oldestWaiting());
  }

  /** Nothing goes where nobody answers, whatever went a moment ago. */
  private long bytesPerSecond() {
    return reachability.health().state() == Health.State.UP ? flow.bytesPerSecond() : 0;
  }

  private Health health() {
    return outbox
        .pausedSince()
        .map(since -> new Health(Health.State.PAUSED, since, "a person has stopped the sending"))
        .orElseGet(reachability::health);
  }

  @Override
  public List<QueuedStudy> studies() {
    Health.State state = health().state();
    Set<Urgency> shut =
        flow.inForce().stream()
            .filter(LimitInForce::letsNothingPass)
            .map(LimitInForce::urgency)
            .collect(Collectors.toSet());
    return report.studies().stream()
        .map(study -> study.because(Reason.of(study, state, shut.contains(study.urgency()))))
        .toList();
  }

  @Override
  public List<Parked> parked() {
    return report.parked();
  }

  @Override
  public List<InstanceProgress> trace(String studyInstanceUid) {
    return report.trace(studyInstanceUid);
  }

  @Override
  public Probe test() throws InterruptedException {
    Probe probe = courier.test();
    if (probe.outcome() == Probe.Outcome.REACHED) {
      reachability.tryAgain();
    }
    return probe;
  }

  @Override
  public void close() {
    try {
      workers.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    metrics.close();
    courier.close();
    try {
      queue.close();
    } catch (SQLException e) {
      log.warn("queue of {}: {}", name, e.getMessage());
    }
  }
}
