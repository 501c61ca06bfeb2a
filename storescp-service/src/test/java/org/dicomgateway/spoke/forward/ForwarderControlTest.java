package org.dicomgateway.spoke.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dicomgateway.spoke.database.Database;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.Dispatch;
import org.dicomgateway.spoke.destination.LimitInForce;
import org.dicomgateway.spoke.destination.Limits;
import org.dicomgateway.spoke.destination.ParkedFilter;
import org.dicomgateway.spoke.destination.Probe;
import org.dicomgateway.spoke.destination.Reason;
import org.dicomgateway.spoke.destination.Timeline;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.forward.StudyTrace.InstanceTrace;
import org.dicomgateway.spoke.forward.StudyTrace.PackTrace;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people do to the queue and see of it. */
@Timeout(120)
class ForwarderControlTest {
  @TempDir private Path directory;
  private HubDouble hub;
  private Spool spool;
  private Forwarder forwarder;

  @BeforeEach
  void open() throws IOException {
    hub = new HubDouble();
    spool = Spool.open(Files.createDirectories(directory.resolve("spool")), 0);
    forwarder = forwarder();
  }

  @AfterEach
  void close() {
    forwarder.close();
    hub.close();
  }

  private Forwarder forwarder() throws IOException {
    ForwardSettings settings = new ForwardSettings(hub.address(), "yen-bai", HubDouble.TOKEN, 2);
    Path database = directory.resolve("queue.db");
    return Forwarder.open(
        database,
        spool,
        settings,
        Preparation.NONE,
        new SimpleMeterRegistry(),
        Duration.ofMillis(500),
        Timeline.REAL);
  }

  private SpooledInstance accept(String study, String sop) throws Exception {
    SpooledInstance instance = SpoolFixture.store(spool, study, sop, 1000);
    forwarder.accept(instance, new Dispatch(Urgency.NORMAL, Dispatch.Compressing.ALLOWED, "test"));
    return instance;
  }

  @Test
  void sendsNothingWhilePausedNotEvenAfterARestart() throws Exception {
    forwarder.start();
    forwarder.pause();
    accept("1.2", "1.2.1");
    await(() -> forwarder.progress().backlog().count() == 1);
    forwarder.close();

    forwarder = forwarder();
    forwarder.start();
    accept("1.2", "1.2.2");
    await(() -> forwarder.progress().backlog().count() == 2);
    assertThat(forwarder.progress().pausedSince()).isPresent();
    assertThat(hub.requests()).allMatch(request -> request.method().equals("OPTIONS"));

    forwarder.resume();
    await(() -> forwarder.progress().instances().get("DELIVERED").count() == 2);
    assertThat(forwarder.progress().pausedSince()).isEmpty();
  }

  @Test
  void holdsAPackThatIsOnItsWayAtTheNextPieceWhenPaused() throws Exception {
    hub.faults =
        request -> {
          if (request.method().equals("POST")) {
            forwarder.pause();
          }
          return HubDouble.NONE;
        };
    forwarder.start();
    forwarder.accept(
        SpoolFixture.store(spool, "1.2", "1.2.1", 3_000_000),
        new Dispatch(Urgency.NORMAL, Dispatch.Compressing.ALLOWED, "test"));
    await(() -> hub.bytesReceived() > 0);
    assertThat(hub.bytesReceived()).isLessThan(3_000_000);
    assertThat(hub.requests()).noneMatch(request -> request.method().equals("PATCH"));

    forwarder.resume();
    await(() -> forwarder.progress().instances().get("DELIVERED").count() == 1);
  }

  @Test
  void saysThatALimitHoldsAStudyAndWhich() throws Exception {
    forwarder.limit(Limits.parse("normal 0; background 5"));
    forwarder.start();
    accept("1.2", "1.2.1");
    await(() -> forwarder.progress().backlog().count() == 1);

    ForwardStatus status = forwarder.progress();
    assertThat(status.studies().getFirst().reason()).isEqualTo(Reason.LIMITED);
    assertThat(status.limits())
        .containsExactly(
            new LimitInForce(Urgency.NORMAL, "normal 0", 0, Optional.empty()),
            new LimitInForce(Urgency.BACKGROUND, "normal 0", 0, Optional.empty()));

    forwarder.limit(Limits.NONE);
    await(() -> forwarder.progress().instances().get("DELIVERED").count() == 1);
    assertThat(forwarder.progress().limits()).isEmpty();
  }

  @Test
  void saysOfALineThatIsDownThatNothingMovesWhateverMovedAMomentAgo() throws Exception {
    forwarder.start();
    accept("1.2", "1.2.1");
    await(() -> forwarder.progress().bytesPerSecond() > 0);
    assertThat(forwarder.status().bytesPerSecond()).isPositive();

    hub.faults = request -> new HubDouble.Fault.Status(503);
    accept("1.2", "1.2.2");
    await(() -> forwarder.progress().line().state().equals("DOWN"));
    assertThat(forwarder.progress().bytesPerSecond()).isZero();
    assertThat(forwarder.progress().secondsLeft()).isEmpty();
    assertThat(forwarder.status().bytesPerSecond()).isZero();
  }

  @Test
  void goesOnAtOnceWhenAPersonFindsTheHubThereAgain() throws Exception {
    hub.faults = request -> new HubDouble.Fault.Status(401);
    forwarder.start();
    accept("1.2", "1.2.1");
    await(() -> forwarder.progress().line().state().equals("REFUSED"));
    assertThat(forwarder.test().outcome()).isEqualTo(Probe.Outcome.FAILED);

    hub.faults =
        request ->
            request.path().endsWith("/trace") ? new HubDouble.Fault.Status(404) : HubDouble.NONE;
    assertThat(forwarder.test().outcome()).isEqualTo(Probe.Outcome.REACHED);
    assertThat(forwarder.progress().line().state()).isEqualTo("UP");
    await(() -> forwarder.progress().instances().get("DELIVERED").count() == 1);
  }

  @Test
  void sendsParkedInstancesWhenTold() throws Exception {
    hub.rejects = instance -> true;
    forwarder.start();
    accept("1.2", "1.2.1");
    accept("1.2", "1.2.2");
    accept("1.3", "1.3.1");
    await(() -> forwarder.progress().parked().size() == 3);
    hub.rejects = instance -> false;

    assertThat(forwarder.retry(new ParkedFilter("1.9", ""))).isZero();
    assertThat(forwarder.retry(new ParkedFilter("1.2", "1.2.2"))).isEqualTo(1);
    await(() -> forwarder.progress().instances().get("DELIVERED").count() == 1);
    assertThat(hub.archived().keySet()).allMatch(instance -> instance.startsWith("1.2.2 "));

    assertThat(forwarder.retry(new ParkedFilter("", ""))).isEqualTo(2);
    await(() -> forwarder.progress().instances().get("DELIVERED").count() == 3);
    assertThat(forwarder.progress().parked()).isEmpty();
  }

  @Test
  void tellsEveryStepOfAStudyInItsOrder() throws Exception {
    forwarder.start();
    SpooledInstance sent = accept("1.2", "1.2.1");
    await(() -> forwarder.progress().instances().get("DELIVERED").count() == 1);

    StudyTrace trace = forwarder.studyTrace("1.2").orElseThrow();
    InstanceTrace instance = trace.instances().getFirst();
    PackTrace pack = trace.packs().getFirst();
    assertThat(trace.instances()).hasSize(1);
    assertThat(instance.sopInstanceUid()).isEqualTo("1.2.1");
    assertThat(instance.sha256()).isEqualTo(sent.sha256());
    assertThat(instance.reason()).isEqualTo("test");
    assertThat(instance.note()).isEqualTo("STORED");
    assertThat(instance.pack()).hasValue(pack.pack());
    assertThat(pack.length()).isEqualTo(hub.bytesOfPacks());
    assertThat(
            List.of(
                instance.receivedAt(),
                instance.routedAt().orElseThrow(),
                pack.sentFrom().orElseThrow(),
                pack.sentTo().orElseThrow(),
                pack.settledAt().orElseThrow()))
        .isSorted();
    assertThat(forwarder.studyTrace("1.3")).isEmpty();
  }

  @Test
  void remembersAPackAsLongAsAnInstanceOfIt() throws Exception {
    forwarder.start();
    accept("1.2", "1.2.1");
    await(() -> forwarder.progress().instances().get("DELIVERED").count() == 1);
    forwarder.close();

    try (Database database = QueueSchema.open(directory.resolve("queue.db"))) {
      Queue queue = new Queue(database, Destination.HUB);
      QueueTrace trace = new QueueTrace(database);
      assertThat(new QueuedPacks(database).unsettled()).isEmpty();
      assertThat(trace.of("1.2").orElseThrow().packs()).hasSize(1);
      queue.forget(List.copyOf(queue.ids()));
      assertThat(trace.of("1.2")).isEmpty();
      assertThat(database.query("SELECT id FROM pack", row -> row.getString(1))).isEmpty();
    }
  }

  @Test
  void refusesAQueueOfANewerRelease() throws Exception {
    forwarder.close();
    Path file = directory.resolve("newer.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = " + (QueueSchema.VERSION + 1));
    }
    assertThat(catchOpening(file)).contains("has version", "move the file away");
  }

  private static String catchOpening(Path file) {
    try (Database database = QueueSchema.open(file)) {
      return "opened";
    } catch (SQLException e) {
      return e.getMessage();
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(10);
    }
  }
}
