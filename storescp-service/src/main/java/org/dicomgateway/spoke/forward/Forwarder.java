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

  /** Well before a firewall forgets the connection. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final ForwardSettings settings;
  private final Database database;
  private final Timeline time;
  private final Queue queue;
  private final QueuedPacks packs;
  private final HeldInstances held;
  private final LineRate rate = new LineRate();
  private final Line line;
  private final Bandwidth bandwidth;
  private final PackPlanner planner;
  private final Gate gate;
  private final Inbox<Routed> inbox;
  private final HubClient hub;
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
    this.time = time;
    this.queue = new Queue(database, settings.name());
    this.packs = new QueuedPacks(database);
    this.held = new HeldInstances(database);
    Backoff backoff = new Backoff(new SecureRandom());
    this.line = new Line(time, backoff);
    this.bandwidth = new Bandwidth(time);
    bandwidth.change(settings.limits());
    this.planner = new PackPlanner(queue, packs, held, rate, preparation, time);
    this.gate = new Gate(rate, bandwidth, time, settings.packsInFlight(), planner::wake);
    queue
        .lastLive()
        .ifPresent(
            last -> gate.expect(last.getKey(), Duration.between(last.getValue(), time.now())));
    this.inbox = new Inbox<>(planner::enqueue);
    HubConnection connection = new HubConnection(settings, rate::roundTrip);
    this.hub = new HubClient(connection, settings.token(), stall, line::works);
    this.report = new QueueReport(database);
    this.trace = new QueueTrace(database);
    ForwardMetrics metrics = new ForwardMetrics(registry);
    this.inFlight = new InFlight(metrics);
    this.preparation = preparation;
    this.pause = new Pause(database, settings.name());
    metrics.watch(report, line, pause);
    PackAssembler assembler = new PackAssembler(spool, settings.site(), preparation, held::changes);
    Delivery delivery = new Delivery(packs, held, assembler, hub, inFlight, pause, preparation);
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
    preparation.start(this);
    workers.repeat("inbox", inbox::writeNext);
    workers.repeat("deliveries", deliveries::beginNext);
    workers.repeat("heartbeat", this::heartbeat);
  }

  /**
   * Asks at once and then now and again whether the hub is there while nothing else is sent: so
   * that the next image finds a connection that stands, and people the truth.
   */
  private void heartbeat() throws InterruptedException {
    if (gate.isIdle() && line.status().state() != Line.State.REFUSED) {
      line.awaitTurn();
      try {
        hub.probe();
        line.reached();
      } catch (HubException e) {
        line.failed(e);
      }
    }
    time.sleep(HEARTBEAT);
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

  /** Instances that wait to be prepared, the most urgent and then the longest waiting first. */
  public List<Held> held(int most) {
    return held.held(most);
  }

  /** Keeps a held instance from being sent until a person wants it. */
  public void park(Held held, String reason) {
    log.error(
        "study {}: instance file {} is parked, not sent and not deleted: {}",
        held.study(),
        held.id(),
        reason);
    packs.park(held.id(), reason, Instant.now());
  }

  /** Lets instances go that were held. */
  public void release(List<Held> instances, Preparedness as) {
    planner.release(instances, as);
  }

  /** Ids of instances that were prepared and are not delivered. */
  public Set<String> prepared() {
    return held.prepared();
  }

  /** Holds waiting instances whose prepared files are lost. */
  public void holdAgain(Collection<String> ids) {
    held.holdAgain(ids);
    planner.reload();
  }

  /** Whether nothing could be sent now but what is held. */
  public boolean isIdle() {
    return queue.isIdle();
  }

  /** What the line lately carried. */
  public long lineBytesPerSecond() {
    return rate.bytesPerSecond();
  }

  @Override
  public DestinationStatus status() {
    return new DestinationStatus(
        name(),
        "hub",
        settings.hub().toString(),
        health(),
        bandwidth.inForce(),
        inFlight.bytesPerSecond(),
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
    try {
      hub.probe();
      // Which study is asked for does not matter: whether the token is taken does.
      hub.trace("1.2");
      line.works();
      return Probe.reached("the hub answers and takes the token of site " + settings.site());
    } catch (HubException e) {
      return Probe.failed(e.getMessage(), remedy(e));
    }
  }

  private static String remedy(HubException e) {
    return switch (e.kind()) {
      case UNREACHABLE ->
          "see whether its address is right, the line is up, and no firewall is between";
      case TOKEN_REFUSED ->
          "run 'gateway hub site add' at the hub and give this spoke the token it prints";
      case TROUBLED -> "nothing here: the hub asks for patience, and what waits is sent later";
      case NOT_FOUND, WRONG_OFFSET, UNEXPECTED ->
          "see whether a gateway hub is at this address, and of which release";
    };
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
