package org.dicomgateway.spoke.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.dicomgateway.spoke.destination.Dispatch;
import org.dicomgateway.spoke.destination.Limits;
import org.dicomgateway.spoke.destination.ParkedFilter;
import org.dicomgateway.spoke.destination.Timeline;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.forward.HubDouble.Fault;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is taken back from a hub's queue, and what is made urgent in it. */
@Timeout(120)
class ForwarderWithdrawTest {
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
    return Forwarder.open(
        directory.resolve("queue.db"),
        spool,
        new ForwardSettings(hub.address(), "yen-bai", HubDouble.TOKEN, 2),
        Preparation.NONE,
        new SimpleMeterRegistry(),
        Duration.ofMillis(500),
        Timeline.REAL);
  }

  private SpooledInstance accept(String study, String sop, int bytes) throws Exception {
    SpooledInstance instance = SpoolFixture.store(spool, study, sop, bytes);
    accept(instance);
    return instance;
  }

  private void accept(SpooledInstance instance) throws InterruptedException {
    forwarder.accept(instance, new Dispatch(Urgency.NORMAL, Dispatch.Compressing.ALLOWED, "test"));
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(10);
    }
  }

  private boolean isDelivered(SpooledInstance... instances) {
    List<String> ids = List.of(instances).stream().map(SpooledInstance::id).toList();
    return forwarder.delivered(ids).size() == ids.size();
  }

  private boolean isUnderWay(SpooledInstance instance) {
    return !forwarder.underWay(List.of(instance.id())).isEmpty();
  }

  private int arrivals(String sop) {
    return hub.archived().entrySet().stream()
        .filter(one -> one.getKey().startsWith(sop + " "))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  @Test
  void takesBackWhatWaitsAndTakesItOnceMore() throws Exception {
    forwarder.pause();
    forwarder.start();
    SpooledInstance held = accept("1.2", "1.2.1", 1000);
    SpooledInstance other = accept("1.3", "1.3.1", 1000);

    forwarder.withdraw("1.2");
    forwarder.resume();
    await(() -> isDelivered(other));
    assertThat(forwarder.known()).containsExactly(other.id());
    assertThat(hub.archived()).hasSize(1);

    accept(held);
    await(() -> isDelivered(held));
    assertThat(arrivals("1.2.1")).isEqualTo(1);
  }

  @Test
  void takesBackWhatCouldNotBeSentSinceTheLineIsDown() throws Exception {
    AtomicBoolean down = new AtomicBoolean(true);
    hub.faults =
        request -> down.get() && request.uploads() ? new Fault.CutAfter(200) : HubDouble.NONE;
    forwarder.start();
    SpooledInstance first = accept("1.2", "1.2.1", 100_000);
    await(() -> hub.requests().stream().anyMatch(HubDouble.Request::uploads));
    SpooledInstance second = accept("1.2", "1.2.2", 100_000);

    forwarder.withdraw("1.2");
    assertThat(isUnderWay(second)).isFalse();
    await(() -> !isUnderWay(first));
    down.set(false);
    SpooledInstance other = accept("1.3", "1.3.1", 1000);
    await(() -> isDelivered(other));
    assertThat(hub.archived()).hasSize(1);
    assertThat(forwarder.known()).containsExactly(other.id());

    accept(first);
    accept(second);
    await(() -> isDelivered(first, second));
    assertThat(arrivals("1.2.1")).isEqualTo(1);
    assertThat(arrivals("1.2.2")).isEqualTo(1);
  }

  @Test
  void asksForTheReceiptOfWhatMayHaveArrivedBeforeItWasTakenBack() throws Exception {
    AtomicBoolean silent = new AtomicBoolean(true);
    hub.faults =
        request ->
            silent.get() && (request.uploads() || request.path().contains("receipt"))
                ? new Fault.LoseAnswer()
                : HubDouble.NONE;
    forwarder.start();
    SpooledInstance instance = accept("1.2", "1.2.1", 1000);
    await(() -> arrivals("1.2.1") == 1);

    forwarder.withdraw("1.2");
    assertThat(isUnderWay(instance)).isTrue();
    forwarder.close();
    silent.set(false);
    forwarder = forwarder();
    forwarder.withdraw("1.2");
    forwarder.start();
    await(() -> isDelivered(instance));
    accept(instance);
    await(() -> forwarder.known().contains(instance.id()));
    assertThat(arrivals("1.2.1")).isEqualTo(1);
    assertThat(hub.packs()).hasSize(1);
  }

  @Test
  void letsWhatIsBeingSentArrive() throws Exception {
    AtomicInteger uploads = new AtomicInteger();
    hub.faults =
        request -> {
          if (request.uploads() && uploads.getAndIncrement() == 0) {
            withdraw();
          }
          return HubDouble.NONE;
        };
    forwarder.start();
    SpooledInstance instance = accept("1.2", "1.2.1", 3_000_000);
    await(() -> isDelivered(instance));
    assertThat(uploads.get()).isGreaterThan(1);
    assertThat(arrivals("1.2.1")).isEqualTo(1);
  }

  private void withdraw() {
    try {
      forwarder.withdraw("1.2");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void sendsNothingOfAPackThatWaitsForALimitToEnd() throws Exception {
    forwarder.limit(Limits.parse("normal 0"));
    forwarder.start();
    SpooledInstance instance = accept("1.2", "1.2.1", 1000);
    await(() -> forwarder.progress().instances().get("PACKED").count() == 1);

    forwarder.withdraw("1.2");
    forwarder.limit(Limits.NONE);
    await(() -> !isUnderWay(instance));
    assertThat(hub.requests()).noneMatch(HubDouble.Request::uploads);

    accept(instance);
    await(() -> isDelivered(instance));
  }

  @Test
  void sendsItInThePackItIsInWhenItIsAcceptedAgainInTime() throws Exception {
    forwarder.limit(Limits.parse("normal 0"));
    forwarder.start();
    SpooledInstance instance = accept("1.2", "1.2.1", 1000);
    await(() -> forwarder.progress().instances().get("PACKED").count() == 1);
    forwarder.withdraw("1.2");
    assertThat(forwarder.known()).isEmpty();
    accept(instance);
    await(() -> forwarder.known().contains(instance.id()));
    forwarder.limit(Limits.NONE);
    await(() -> isDelivered(instance));
    assertThat(hub.packs()).hasSize(1);
  }

  @Test
  void doesNotParkWhatTheHubRejectsAfterItWasTakenBack() throws Exception {
    hub.rejects = instance -> true;
    hub.faults =
        request -> {
          if (request.uploads()) {
            withdraw();
          }
          return HubDouble.NONE;
        };
    forwarder.start();
    SpooledInstance instance = accept("1.2", "1.2.1", 1000);
    await(() -> hub.requests().stream().anyMatch(HubDouble.Request::uploads));
    await(() -> !isUnderWay(instance));
    assertThat(forwarder.parked()).isEmpty();
    assertThat(forwarder.retry(new ParkedFilter("", ""))).isZero();
    assertThat(forwarder.known()).isEmpty();
  }

  @Test
  void letsAStudyGoFirstOfWhichAPackWaitsForALimitToEnd() throws Exception {
    forwarder.limit(Limits.parse("normal 0"));
    forwarder.start();
    SpooledInstance first = accept("1.2", "1.2.1", 1000);
    await(() -> forwarder.progress().instances().get("PACKED").count() == 1);
    SpooledInstance second = accept("1.2", "1.2.2", 1000);
    SpooledInstance other = accept("1.3", "1.3.1", 1000);

    assertThat(forwarder.hurry("1.2", Urgency.STAT)).isEqualTo(2);

    await(() -> isDelivered(first, second));
    assertThat(isUnderWay(other)).isTrue();
    assertThat(forwarder.hurry("1.2", Urgency.STAT)).isZero();
  }
}
