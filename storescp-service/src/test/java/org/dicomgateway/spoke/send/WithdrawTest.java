package org.dicomgateway.spoke.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dicomgateway.spoke.send.SendStation.STUDY;
import static org.dicomgateway.spoke.send.SendStation.await;
import static org.dicomgateway.spoke.send.SendStation.awaitCount;
import static org.dicomgateway.spoke.send.SendStation.awaitHealth;
import static org.dicomgateway.spoke.send.SendStation.dispatch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.dicomgateway.spoke.change.AttributeChanges;
import org.dicomgateway.spoke.destination.DeliveryState;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.Health;
import org.dicomgateway.spoke.destination.Limits;
import org.dicomgateway.spoke.destination.ParkedFilter;
import org.dicomgateway.spoke.destination.Probe;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is taken back, and what is made urgent, at every destination of this kind. */
@Timeout(60)
class WithdrawTest {
  @TempDir Path directory;
  private SendStation station;
  private final Waiter waiter = new Waiter();

  @BeforeEach
  void open() throws IOException {
    station = new SendStation(directory);
  }

  @AfterEach
  void close() {
    waiter.go.countDown();
    station.close();
  }

  private enum Answer {
    TAKEN,
    LATER,
    NEVER,
    LINE_DOWN
  }

  /** Has one instance on its way until the test says how that ends. */
  private static final class Waiter implements Courier {
    final List<String> carried = new CopyOnWriteArrayList<>();
    final List<AttributeChanges> changes = new CopyOnWriteArrayList<>();
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch go = new CountDownLatch(1);
    volatile Answer first = Answer.TAKEN;

    @Override
    public void work(Desk desk) throws Unavailable, InterruptedException {
      for (Optional<Parcel> next = desk.next(); next.isPresent(); next = desk.next()) {
        Parcel parcel = next.get();
        carried.add(parcel.sopInstanceUid());
        changes.add(parcel.waiting().changes());
        begun.countDown();
        go.await();
        Answer answer = first;
        first = Answer.TAKEN;
        switch (answer) {
          case TAKEN -> desk.delivered(parcel, "");
          case LATER -> desk.failed(parcel, "out of resources");
          case NEVER -> desk.parked(parcel, "not understood");
          case LINE_DOWN -> throw Unavailable.down("nobody answers", null);
        }
      }
    }

    @Override
    public String kind() {
      return "test";
    }

    @Override
    public String address() {
      return "nowhere";
    }

    @Override
    public int desks() {
      return 1;
    }

    @Override
    public Probe test() {
      return Probe.reached("here");
    }

    @Override
    public void close() {}
  }

  private Destination started() throws IOException {
    Destination destination = station.open(waiter);
    destination.start();
    return destination;
  }

  /** One on its way, one that waits, and one of another study. */
  private List<SpooledInstance> accept(Destination destination) throws Exception {
    SpooledInstance first = station.accept(destination, "1.1");
    waiter.begun.await();
    SpooledInstance second = station.accept(destination, "1.2");
    SpooledInstance other = SpoolFixture.store(station.spool, "1.9", "1.9.1", 1000);
    destination.accept(other, dispatch(Urgency.BACKGROUND));
    return List.of(first, second, other);
  }

  @Test
  void takesBackWhatWaitsAndLetsWhatIsOnItsWayArrive() throws Exception {
    Destination destination = started();
    List<SpooledInstance> all = accept(destination);
    List<String> ids = all.stream().map(SpooledInstance::id).toList();

    destination.withdraw(STUDY);
    assertThat(destination.known()).containsExactly(ids.get(2));
    assertThat(destination.underWay(ids)).containsExactlyInAnyOrder(ids.get(0), ids.get(2));
    waiter.go.countDown();
    awaitCount(destination, DeliveryState.DELIVERED, 2);
    assertThat(waiter.carried).containsExactly("1.1", "1.9.1");
    await(() -> "something is on its way", () -> destination.underWay(ids).isEmpty());

    destination.accept(all.get(0), dispatch(Urgency.NORMAL));
    destination.accept(all.get(1), dispatch(Urgency.NORMAL));
    awaitCount(destination, DeliveryState.DELIVERED, 3);
    assertThat(waiter.carried).containsExactly("1.1", "1.9.1", "1.2");
  }

  @Test
  void doesNotTryAgainWhatFailsOnItsWay() throws Exception {
    for (Answer answer : List.of(Answer.LATER, Answer.NEVER, Answer.LINE_DOWN)) {
      try (SendStation here = new SendStation(directory.resolve(answer.name()))) {
        Waiter courier = new Waiter();
        courier.first = answer;
        Destination destination = here.open(courier);
        destination.start();
        SpooledInstance instance = here.accept(destination, "1.1");
        courier.begun.await();
        destination.withdraw(STUDY);
        courier.go.countDown();
        await(
            () -> answer + " leaves it on its way",
            () -> destination.underWay(List.of(instance.id())).isEmpty());

        assertThat(destination.retry(new ParkedFilter("", ""))).isZero();
        assertThat(destination.status().backlog().count()).isZero();
        assertThat(destination.studies()).isEmpty();
        assertThat(destination.trace(STUDY)).isEmpty();
        assertThat(courier.carried).hasSize(1);

        destination.accept(instance, dispatch(Urgency.STAT));
        awaitCount(destination, DeliveryState.DELIVERED, 1);
        assertThat(courier.carried).hasSize(2);
      }
    }
  }

  /** A study is held because its patient is wrong; a rule puts that right before its release. */
  @Test
  void sendsWhatFailedOnItsWayAsItIsDecidedAnew() throws Exception {
    waiter.first = Answer.LATER;
    Destination destination = started();
    SpooledInstance instance = station.accept(destination, "1.1");
    waiter.begun.await();
    destination.withdraw(STUDY);
    waiter.go.countDown();
    await(() -> "still on its way", () -> destination.underWay(List.of(instance.id())).isEmpty());

    AttributeChanges right = new AttributeChanges(Map.of("PatientID", List.of("BN 7")), Set.of());
    destination.accept(instance, SendStation.changing(right));

    awaitCount(destination, DeliveryState.DELIVERED, 1);
    assertThat(waiter.changes).containsExactly(AttributeChanges.NONE, right);
  }

  @Test
  void sendsOnceWhatIsAcceptedAgainWhileItIsOnItsWay() throws Exception {
    Destination destination = started();
    SpooledInstance instance = station.accept(destination, "1.1");
    waiter.begun.await();
    destination.withdraw(STUDY);
    destination.accept(instance, dispatch(Urgency.NORMAL));
    await(() -> "known again", () -> destination.known().contains(instance.id()));
    waiter.go.countDown();
    awaitCount(destination, DeliveryState.DELIVERED, 1);
    assertThat(waiter.carried).containsExactly("1.1");
  }

  @Test
  void takesBackWhatIsParkedAndWhatItHasNotWrittenDownYet() throws Exception {
    waiter.first = Answer.NEVER;
    waiter.go.countDown();
    Destination destination = started();
    SpooledInstance parked = station.accept(destination, "1.1");
    awaitCount(destination, DeliveryState.PARKED, 1);
    destination.pause();
    SpooledInstance fresh = station.accept(destination, "1.2");

    destination.withdraw(STUDY);

    assertThat(destination.known()).isEmpty();
    assertThat(destination.underWay(List.of(parked.id(), fresh.id()))).isEmpty();
    destination.resume();
    assertThat(destination.retry(new ParkedFilter("", ""))).isZero();
  }

  @Test
  void goesOnWithAnotherStudyWhenWhatItTriedWithIsTakenBack() throws Exception {
    waiter.first = Answer.LINE_DOWN;
    Destination destination = started();
    station.accept(destination, "1.1");
    waiter.begun.await();
    station.accept(destination, "1.2");
    waiter.go.countDown();
    awaitHealth(destination, Health.State.DOWN);
    destination.withdraw(STUDY);
    SpooledInstance other = SpoolFixture.store(station.spool, "1.9", "1.9.1", 1000);
    destination.accept(other, dispatch(Urgency.NORMAL));
    await(
        () -> "delivered: " + destination.status(),
        () -> destination.delivered(List.of(other.id())).size() == 1);
  }

  @Test
  void isTakenBackBeforeAnythingIsSentByTheNextProcess() throws Exception {
    Destination before = started();
    accept(before);
    await(() -> "written down", () -> before.known().size() == 3);
    before.close();
    waiter.carried.clear();
    Destination after = station.open(waiter);
    after.withdraw(STUDY);
    waiter.go.countDown();
    after.start();
    awaitCount(after, DeliveryState.DELIVERED, 1);
    assertThat(waiter.carried).containsExactly("1.9.1");
  }

  @Test
  void letsAStudyGoFirstThatWasAcceptedAsLessUrgent() throws Exception {
    waiter.go.countDown();
    Destination destination = started();
    destination.limit(Limits.parse("daily normal 0"));
    station.accept(destination, "1.1");
    SpooledInstance other = SpoolFixture.store(station.spool, "1.9", "1.9.1", 1000);
    destination.accept(other, dispatch(Urgency.NORMAL));

    assertThat(destination.hurry(STUDY, Urgency.STAT)).isEqualTo(1);

    awaitCount(destination, DeliveryState.DELIVERED, 1);
    assertThat(waiter.carried).containsExactly("1.1");
    assertThat(destination.hurry(STUDY, Urgency.STAT)).isZero();
    assertThat(destination.hurry("1.9", Urgency.BACKGROUND)).isEqualTo(1);
    assertThat(destination.studies().getFirst().urgency()).isEqualTo(Urgency.BACKGROUND);
  }
}
