package org.dicomgateway.spoke.forward;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dicomgateway.spoke.database.Database;
import org.dicomgateway.spoke.database.Inbox;
import org.dicomgateway.spoke.destination.Backoff;
import org.dicomgateway.spoke.destination.Bandwidth;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.DestinationStatus;
import org.dicomgateway.spoke.destination.Dispatch;
import org.dicomgateway.spoke.destination.Health;
import org.dicomgateway.spoke.destination.InstanceProgress;
import org.dicomgateway.spoke.destination.Limits;
import org.dicomgateway.spoke.destination.Parked;
import org.dicomgateway.spoke.destination.ParkedFilter;
import org.dicomgateway.spoke.destination.Probe;
import org.dicomgateway.spoke.destination.QueuedStudy;
import org.dicomgateway.spoke.destination.Timeline;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.destination.Workers;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forwards what it accepted to a hub, for ever and across restarts. Thread-safe. */
public final class Forwarder implements Destination {
  private static final Logger log = LoggerFactory.getLogger(Forwarder.class);

  private final ForwardSettings settings;
  private final Database database;
  private final Queue queue;
  private final HeldQueue held;
  private final Line line;
  private final Bandwidth bandwidth;
  private final PackPlanner planner;
  private final Gate gate;
  private final Inbox<Routed> inbox;
  private final HubClient hub;
  private final HubCheck check;
  private final QueueReport report;
  private final QueueTrace trace;
  private final InFlight inFlight;
  private final Pause pause;
  private final Preparation preparation;
  private final Deliveries deliveries;
  private final Workers workers;

  private Forwarder(
      Database database,
      Spool spool,
      ForwardSettings settings,
      Preparation preparation,
      MeterRegistry registry,
      Duration stall,
      Timeline time)
      throws IOException {
    this.settings = settings;
    this.workers = new Workers(settings.name());
    this.database = database;
    this.queue = new Queue(database, settings.name());
    QueuedPacks packs = new QueuedPacks(database);
    HeldInstances heldInstances = new HeldInstances(database);
    LineRate rate = new LineRate();
    Backoff backoff = new Backoff(new SecureRandom());
    this.line = new Line(time, backoff);
    this.bandwidth = new Bandwidth(time);
    bandwidth.change(settings.limits());
    this.planner = new PackPlanner(queue, packs, heldInstances, rate, preparation, time);
    this.held = new HeldQueue(queue, packs, heldInstances, planner, rate);
    this.gate = new Gate(rate, bandwidth, time, settings.packsInFlight(), planner::wake);
    queue
        .lastLive()
        .ifPresent(
            last -> gate.expect(last.getKey(), Duration.between(last.getValue(), time.now())));
    this.inbox = new Inbox<>(planner::enqueue);
    HubConnection connection = new HubConnection(settings, rate::roundTrip);
    this.hub = new HubClient(connection, settings.token(), stall, line::works);
    this.check = new HubCheck(hub, line, gate, time, settings.site());
    this.report = new QueueReport(database);
    this.trace = new QueueTrace(database);
    ForwardMetrics metrics = new ForwardMetrics(registry);
    this.inFlight = new InFlight(metrics);
    this.preparation = preparation;
    this.pause = new Pause(database, settings.name());
    metrics.watch(report, line, pause);
    PackAssembler assembler =
        new PackAssembler(spool, settings.site(), preparation, heldInstances::changes);
    Delivery delivery =
        new Delivery(
            packs,
            heldInstances,
            assembler,
            hub,
            inFlight,
            pause,
            preparation,
            new Recovery(packs, hub, preparation, planner::reload));
    this.deliveries = new Deliveries(planner, gate, line, pause, delivery, backoff, metrics);
  }

  /**
   * Opens the queue; nothing is sent before {@link #start}.
   *
   * @param database file of the queue, made if there is none
   * @param preparation makes instances smaller while they wait
   * @throws IOException if the queue's database cannot be opened
   */
  public static Forwarder open(
      Path database,
      Spool spool,
      ForwardSettings settings,
      Preparation preparation,
      MeterRegistry registry)
      throws IOException {
    return open(database, spool, settings, preparation, registry, HubClient.STALL, Timeline.REAL);
  }

  static Forwarder open(
      Path database,
      Spool spool,
      ForwardSettings settings,
      Preparation preparation,
      MeterRegistry registry,
      Duration stall,
      Timeline time)
      throws IOException {
    try {
      return new Forwarder(
          QueueSchema.open(database), spool, settings, preparation, registry, stall, time);
    } catch (SQLException e) {
      throw new IOException("cannot open the queue: " + e.getMessage(), e);
    }
  }

  @Override
  public String name() {
    return settings.name();
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
    return queue.underWay(ids);
  }

  @Override
  public void forget(Collection<String> ids) {
    queue.forget(ids);
    preparation.discard(ids);
  }

  @Override
  public void withdraw(String studyInstanceUid) throws InterruptedException {
    inbox.awaitWritten();
    preparation.discard(planner.withdraw(studyInstanceUid));
  }

  @Override
  public int hurry(String studyInstanceUid, Urgency urgency) throws InterruptedException {
    inbox.awaitWritten();
    int count = planner.hurry(studyInstanceUid, urgency);
    gate.hurry(studyInstanceUid, urgency);
    if (urgency == Urgency.STAT) {
      line.hurry();
    }
    return count;
  }

  @Override
  public void accept(SpooledInstance instance, Dispatch dispatch) throws InterruptedException {
    inbox.put(new Routed(instance, dispatch, Instant.now()));
    if (dispatch.urgency() == Urgency.STAT) {
      line.hurry();
    }
  }

  @Override
  public void start() {
    preparation.start(held);
    workers.repeat("inbox", inbox::writeNext);
    workers.repeat("deliveries", deliveries::beginNext);
    workers.repeat("heartbeat", check::heartbeat);
  }

  @Override
  public Limits limit(Limits limits) {
    Limits before = bandwidth.change(limits);
    planner.wake();
    log.info("limits of bandwidth: {}", limits.windows().isEmpty() ? "none" : limits);
    return before;
  }

  @Override
  public void pause() {
    pause.pause();
  }

  /** When {@link #pause} was called; empty if sending is wanted. */
  public Optional<Instant> pausedSince() {
    return pause.since();
  }

  @Override
  public void resume() {
    pause.resume();
  }

  @Override
  public int retry(ParkedFilter filter) {
    int count = queue.retry(filter);
    planner.reload();
    return count;
  }

  @Override
  public DestinationStatus status() {
    return new DestinationStatus(
        name(),
        "hub",
        settings.hub().toString(),
        health(),
        bandwidth.inForce(),
        QueueReport.bytesPerSecond(line.status(), inFlight),
        report.amountsByState(),
        report.oldestWaiting());
  }

  private Health health() {
    return QueueReport.health(line.status(), pause.since());
  }

  @Override
  public List<QueuedStudy> studies() {
    return report.studies(health(), bandwidth.inForce());
  }

  @Override
  public List<Parked> parked() {
    return report.parked();
  }

  @Override
  public List<InstanceProgress> trace(String studyInstanceUid) {
    return trace.progress(studyInstanceUid);
  }

  @Override
  public Probe test() throws InterruptedException {
    return check.test();
  }

  /** How things stand, down to what is in which pack. */
  public ForwardStatus progress() {
    return report.status(line.status(), pause.since(), bandwidth.inForce(), inFlight);
  }

  /** What is remembered of a study's way; empty if nothing is, or no longer. */
  public Optional<StudyTrace> studyTrace(String studyInstanceUid) {
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

  /** Stops at the byte. */
  @Override
  public void close() {
    preparation.close();
    try {
      workers.close();
      deliveries.close();
      // Last, so that nobody takes it for a line that broke.
      hub.close();
      database.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      log.warn("queue.db: {}", e.getMessage());
    }
  }
}
