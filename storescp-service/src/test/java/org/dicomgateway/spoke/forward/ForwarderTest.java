package org.dicomgateway.spoke.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.pack.PackedInstance;
import org.dicomgateway.spoke.change.AttributeChanges;
import org.dicomgateway.spoke.change.ChangedFile;
import org.dicomgateway.spoke.change.Origin;
import org.dicomgateway.spoke.database.Database;
import org.dicomgateway.spoke.destination.Dispatch;
import org.dicomgateway.spoke.destination.Reason;
import org.dicomgateway.spoke.destination.Timeline;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.forward.HubDouble.Fault;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.dicomgateway.testdata.TranscodedFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ForwarderTest {
  private static final Fault NONE = HubDouble.NONE;
  private static final Dispatch AS_USUAL =
      new Dispatch(Urgency.NORMAL, Dispatch.Compressing.ALLOWED, "test");

  @TempDir private Path directory;
  private HubDouble hub;
  private Spool spool;
  private final GivenPreparation preparation = new GivenPreparation();
  private Forwarder forwarder;

  @BeforeEach
  void open() throws IOException {
    hub = new HubDouble();
    spool = Spool.open(Files.createDirectories(directory.resolve("spool")), 0);
    forwarder = forwarder(hub.address(), HubDouble.TOKEN);
  }

  @AfterEach
  void close() {
    forwarder.close();
    hub.close();
  }

  private Forwarder forwarder(URI address, String token) throws IOException {
    ForwardSettings settings = new ForwardSettings(address, "yen-bai", token, 2);
    return Forwarder.open(
        directory.resolve("queue.db"),
        spool,
        settings,
        preparation,
        new SimpleMeterRegistry(),
        Duration.ofMillis(500),
        Timeline.REAL);
  }

  /** As a process that ended, by whatever way, and another one begins. */
  private void restart() throws IOException {
    forwarder.close();
    forwarder = forwarder(hub.address(), HubDouble.TOKEN);
    forwarder.start();
  }

  @Test
  void deliversEveryInstanceOnce() throws Exception {
    forwarder.start();
    List<SpooledInstance> sent = accept("1.2", 30, 4000);
    sent.addAll(accept("1.3", 5, 100_000));

    awaitDelivered(sent);

    assertThat(hub.archived()).isEqualTo(once(sent));
    assertThat(hub.bytesReceived()).isEqualTo(hub.bytesOfPacks());
    assertThat(hub.packs()).hasSizeLessThan(20);
  }

  private SpooledInstance acceptPrepared() throws Exception {
    Attributes image = SpoolFixture.slope("1.2", "1.2.1");
    SpooledInstance instance = SpoolFixture.store(spool, image);
    Path file = Files.write(directory.resolve("image.dcm"), SpoolFixture.part10(image));
    preparation.add(instance, TranscodedFile.of(file, directory));
    forwarder.accept(instance, AS_USUAL);
    await(() -> !preparation.queue().held(1).isEmpty());
    assertThat(forwarder.progress().studies().getFirst().reason()).isEqualTo(Reason.PREPARING);
    PreparedFile prepared = preparation.prepared(instance.id()).orElseThrow();
    preparation.queue().release(preparation.queue().held(1), prepared.preparedness());
    return instance;
  }

  private StudyTrace.InstanceTrace trace(SpooledInstance instance) {
    return forwarder
        .studyTrace(instance.identity().studyInstanceUid())
        .orElseThrow()
        .instances()
        .stream()
        .filter(one -> one.id().equals(instance.id()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void sendsWhatWasPreparedAndHasItDiscardedWithTheReceipt() throws Exception {
    forwarder.start();
    SpooledInstance instance = acceptPrepared();

    awaitDelivered(List.of(instance));

    assertThat(hub.archived()).isEqualTo(once(List.of(instance)));
    assertThat(hub.bytesReceived()).isLessThan(instance.length() / 2);
    assertThat(preparation.prepared(instance.id())).isEmpty();
    assertThat(trace(instance).preparation()).isEqualTo("PREPARED");
    assertThat(trace(instance).preparedAt()).hasValue(Instant.EPOCH);
    assertThat(trace(instance).preparedLength().orElseThrow()).isLessThan(instance.length() / 2);
  }

  @Test
  void sendsAsReceivedWhatTheHubDoesNotTakePrepared() throws Exception {
    hub.rejects = PackedInstance::isTranscoded;
    forwarder.start();
    SpooledInstance instance = acceptPrepared();

    awaitDelivered(List.of(instance));

    assertThat(hub.archived()).isEqualTo(once(List.of(instance)));
    assertThat(trace(instance).preparation()).isEqualTo("AS_RECEIVED");
    assertThat(trace(instance).preparedAt()).isEmpty();
    assertThat(trace(instance).preparedLength()).isEmpty();
  }

  private static final AttributeChanges RENAMED =
      new AttributeChanges(Map.of("PatientName", List.of("Tran^B")), Set.of());

  private static final Origin FIRST = new Origin("CT1", Instant.parse("2026-01-31T02:03:04.567Z"));

  private SpooledInstance acceptChanged() throws Exception {
    SpooledInstance instance = SpoolFixture.store(spool, SpoolFixture.slope("1.2", "1.2.1"));
    forwarder.accept(
        instance,
        new Dispatch(Urgency.NORMAL, Dispatch.Compressing.ALLOWED, RENAMED, "test").from(FIRST));
    await(() -> !preparation.queue().held(1).isEmpty());
    return instance;
  }

  private ChangedFile change(SpooledInstance instance) throws Exception {
    Path file = directory.resolve("changed.dcm");
    ChangedFile changed =
        ChangedFile.write(
                () -> spool.open(instance),
                BulkDataSource.of(spool.file(instance.id())),
                RENAMED,
                preparation.queue().held(1).getFirst().origin().orElseThrow().changedBy("yen-bai"),
                file)
            .orElseThrow();
    preparation.add(instance, file, PreparedFile.Content.of(changed, RENAMED));
    return changed;
  }

  private void release(SpooledInstance instance) {
    PreparedFile prepared = preparation.prepared(instance.id()).orElseThrow();
    preparation.queue().release(preparation.queue().held(1), prepared.preparedness());
  }

  @Test
  void sendsWhatWasChangedAndTakesTheReceiptForIt() throws Exception {
    forwarder.start();
    SpooledInstance instance = acceptChanged();
    ChangedFile changed = change(instance);
    release(instance);

    awaitDelivered(List.of(instance));

    assertThat(hub.archived()).containsOnlyKeys("1.2.1 " + changed.sha256());
    assertThat(trace(instance).preparation()).isEqualTo("CHANGED");
    acceptChanged();
    assertThat(preparation.queue().held(1).getFirst().origin()).hasValue(FIRST);
  }

  @Test
  void holdsAgainWhatHasToBeChangedWhenItsChangedFileIsLost() throws Exception {
    forwarder.pause();
    forwarder.start();
    SpooledInstance instance = acceptChanged();
    change(instance);
    release(instance);
    preparation.discard(instance.id());
    forwarder.resume();

    await(() -> !preparation.queue().held(1).isEmpty());
    assertThat(hub.archived()).isEmpty();
    change(instance);
    release(instance);
    awaitDelivered(List.of(instance));
    assertThat(hub.archived()).hasSize(1);
  }

  @Test
  void parksWhatTheHubDoesNotTakeChanged() throws Exception {
    hub.rejects = packed -> true;
    forwarder.start();
    SpooledInstance instance = acceptChanged();
    change(instance);
    release(instance);

    await(() -> trace(instance).state().equals("PARKED"));
    assertThat(trace(instance).note()).contains("rejected by the hub with its attributes changed");
    assertThat(hub.archived()).isEmpty();
  }

  @Test
  void goesOnAtTheByteWhereTheLineWasCut() throws Exception {
    AtomicInteger cuts = new AtomicInteger();
    hub.faults =
        request ->
            request.uploads() && cuts.getAndIncrement() < 6 ? new Fault.CutAfter(30_000) : NONE;
    forwarder.start();
    List<SpooledInstance> sent = accept("1.2", 1, 300_000);

    awaitDelivered(sent);

    assertThat(cuts.get()).isGreaterThan(6);
    assertThat(hub.archived()).isEqualTo(once(sent));
    assertThat(hub.bytesReceived()).isEqualTo(hub.bytesOfPacks());
  }

  @Test
  void asksInsteadOfSendingAgainWhenAnswersAreLost() throws Exception {
    AtomicInteger lost = new AtomicInteger();
    hub.faults = request -> lost.getAndIncrement() % 2 == 0 ? new Fault.LoseAnswer() : NONE;
    forwarder.start();
    List<SpooledInstance> sent = accept("1.2", 3, 50_000);

    awaitDelivered(sent);

    assertThat(hub.archived()).isEqualTo(once(sent));
    assertThat(hub.bytesReceived()).isEqualTo(hub.bytesOfPacks());
  }

  @Test
  void triesAgainWhileTheHubIsInTrouble() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    hub.faults =
        request ->
            requests.getAndIncrement() < 3
                ? new Fault.Status(List.of(503, 507, 500).get(requests.get() - 1))
                : NONE;
    forwarder.start();
    List<SpooledInstance> sent = accept("1.2", 2, 1000);

    awaitDelivered(sent);

    assertThat(hub.archived()).isEqualTo(once(sent));
  }

  @Test
  void asksForTheOffsetWhenTheHubNamesAnother() throws Exception {
    AtomicInteger conflicts = new AtomicInteger();
    hub.faults =
        request ->
            request.uploads() && conflicts.getAndIncrement() == 0 ? new Fault.Status(409) : NONE;
    forwarder.start();
    List<SpooledInstance> sent = accept("1.2", 1, 1000);

    awaitDelivered(sent);

    assertThat(hub.requests().stream().map(HubDouble.Request::method))
        .containsSubsequence("OPTIONS", "POST", "HEAD", "POST", "GET");
  }

  @Test
  void leavesALineThatIsHalfOpen() throws Exception {
    AtomicInteger silences = new AtomicInteger();
    hub.faults =
        request ->
            request.uploads() && silences.getAndIncrement() == 0 ? new Fault.Silence() : NONE;
    forwarder.start();
    List<SpooledInstance> sent = accept("1.2", 1, 1000);

    awaitDelivered(sent);

    assertThat(hub.archived()).isEqualTo(once(sent));
    assertThat(hub.bytesReceived()).isEqualTo(hub.bytesOfPacks());
  }

  @Test
  void goesOnWithTheSamePackAfterARestart() throws Exception {
    AtomicInteger patches = new AtomicInteger();
    hub.faults =
        request ->
            switch (request.method()) {
              case "POST", "PATCH" ->
                  patches.getAndIncrement() == 0
                      ? new Fault.CutAfter(40_000)
                      : new Fault.Status(503);
              default -> NONE;
            };
    forwarder.start();
    List<SpooledInstance> sent = accept("1.2", 1, 100_000);
    await(() -> patches.get() >= 2);
    hub.faults = request -> NONE;
    restart();

    awaitDelivered(sent);

    assertThat(hub.packs()).hasSize(1);
    assertThat(hub.bytesReceived()).isEqualTo(hub.bytesOfPacks());
  }

  @Test
  void asksTheHubBeforeItSendsAgainWhatALostQueueHadDelivered() throws Exception {
    forwarder.start();
    List<SpooledInstance> all = accept("1.2", 30, 4000);
    awaitDelivered(all);
    hub.faults = request -> request.uploads() ? new Fault.Status(503) : NONE;
    for (int more = 31; more <= 33; more++) {
      all.add(SpoolFixture.store(spool, "1.2", "1.2." + more, 4000));
      forwarder.accept(all.getLast(), AS_USUAL);
    }
    await(() -> forwarder.known().size() == all.size());
    forwarder.close();
    for (String end : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(directory.resolve("queue.db" + end));
    }
    hub.faults = request -> NONE;
    forwarder = forwarder(hub.address(), HubDouble.TOKEN);
    forwarder.start();
    for (SpooledInstance instance : all) {
      forwarder.accept(instance, AS_USUAL);
    }

    awaitDelivered(all);

    assertThat(hub.archived()).isEqualTo(once(all));
  }

  @Test
  void startsAPackAnewWhoseBytesAreNoLongerTheSame() throws Exception {
    hub.faults = request -> request.uploads() ? new Fault.CutAfter(10_000) : NONE;
    forwarder.start();
    List<SpooledInstance> sent = new ArrayList<>(accept("1.2", 1, 200_000));
    await(() -> hub.bytesReceived() >= 10_000);
    forwarder.close();
    // As if another release described the instance in other words.
    try (Database database = QueueSchema.open(directory.resolve("queue.db"))) {
      database.update("UPDATE pack SET digest = 'other'");
    }
    hub.faults = request -> NONE;
    restart();

    awaitDelivered(sent);

    assertThat(hub.archived()).isEqualTo(once(sent));
  }

  @Test
  void sendsARejectedPacksInstancesOneByOneAndParksTheBadOne() throws Exception {
    SpooledInstance bad = SpoolFixture.store(spool, "1.2", "1.2.666", 1000);
    hub.rejects = instance -> instance.sopInstanceUid().equals("1.2.666");
    List<SpooledInstance> good = accept("1.2", 5, 1000);
    forwarder.accept(bad, AS_USUAL);
    forwarder.start();

    awaitDelivered(good);
    await(() -> !forwarder.progress().parked().isEmpty());

    assertThat(hub.archived()).isEqualTo(once(good));
    assertThat(forwarder.progress().parked())
        .singleElement()
        .satisfies(
            parked -> {
              assertThat(parked.sopInstanceUid()).isEqualTo("1.2.666");
              assertThat(parked.reason())
                  .isEqualTo("rejected by the hub: one of its instances is bad");
            });
    assertThat(spool.file(bad.id())).exists();
  }

  @Test
  void keepsEverythingWhileTheTokenIsRefused() throws Exception {
    forwarder.close();
    forwarder = forwarder(hub.address(), "wrong");
    forwarder.start();
    List<SpooledInstance> sent = accept("1.2", 3, 1000);
    await(() -> forwarder.progress().line().state().equals("REFUSED"));
    await(() -> forwarder.progress().backlog().count() == 3);
    assertThat(forwarder.progress().line().lastError()).contains("401", "no such token");
    restart();

    awaitDelivered(sent);

    assertThat(hub.archived()).isEqualTo(once(sent));
  }

  @Test
  void sendsAgainWhatAReceiptLeavesOut() throws Exception {
    AtomicInteger forgotten = new AtomicInteger();
    hub.forgets =
        instance -> instance.sopInstanceUid().equals("1.2.2") && forgotten.getAndIncrement() == 0;
    List<SpooledInstance> sent = accept("1.2", 3, 1000);
    forwarder.start();

    awaitDelivered(sent);

    assertThat(hub.archived()).isEqualTo(once(sent));
  }

  @Test
  void keepsOtherBytesUnderTheSameUidBesideTheFirst() throws Exception {
    List<SpooledInstance> both =
        List.of(
            SpoolFixture.store(spool, "1.2", "1.2.3", 1000),
            SpoolFixture.store(spool, "1.2", "1.2.3", 1001 + 1));
    for (SpooledInstance instance : both) {
      forwarder.accept(instance, AS_USUAL);
    }
    forwarder.start();

    awaitDelivered(both);

    assertThat(hub.archived()).isEqualTo(once(both));
  }

  @Test
  void parksAnInstanceWhoseFileIsGoneAndSendsTheOthers() throws Exception {
    List<SpooledInstance> sent = accept("1.2", 3, 1000);
    Files.delete(spool.file(sent.get(1).id()));
    forwarder.start();

    awaitDelivered(List.of(sent.get(0), sent.get(2)));
    await(() -> forwarder.progress().parked().size() == 1);

    assertThat(forwarder.progress().parked().getFirst().id()).isEqualTo(sent.get(1).id());
  }

  @Test
  void tellsWhatIsDeliveredAndForgetsIt() throws Exception {
    hub.rejects = instance -> instance.sopInstanceUid().equals("1.2.1");
    List<SpooledInstance> sent = accept("1.2", 3, 1000);
    forwarder.start();
    awaitDelivered(sent.subList(1, 3));
    await(() -> forwarder.progress().parked().size() == 1);

    List<String> ids = sent.stream().map(SpooledInstance::id).toList();
    assertThat(forwarder.delivered(ids)).containsOnlyKeys(ids.get(1), ids.get(2));
    assertThat(forwarder.underWay(ids)).isEmpty();
    forwarder.forget(ids.subList(1, 3));
    assertThat(forwarder.known()).containsExactly(ids.getFirst());
  }

  private List<SpooledInstance> accept(String study, int count, int size) throws Exception {
    List<SpooledInstance> instances = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      instances.add(SpoolFixture.store(spool, study, study + "." + i, size));
      forwarder.accept(instances.getLast(), AS_USUAL);
    }
    return instances;
  }

  private static Map<String, Integer> once(List<SpooledInstance> instances) {
    return instances.stream()
        .collect(
            Collectors.toMap(
                instance -> instance.identity().sopInstanceUid() + " " + instance.sha256(),
                instance -> 1));
  }

  private void awaitDelivered(List<SpooledInstance> instances) throws InterruptedException {
    await(
        () -> {
          ForwardStatus status = forwarder.progress();
          return status.instances().get("DELIVERED").count() >= instances.size()
              && status.backlog().count() == 0;
        });
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(10);
    }
  }
}
