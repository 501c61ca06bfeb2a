package org.dicomgateway.spoke.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dicomgateway.spoke.send.SendStation.STUDY;
import static org.dicomgateway.spoke.send.SendStation.awaitCount;
import static org.dicomgateway.spoke.send.SendStation.awaitHealth;
import static org.dicomgateway.spoke.send.SendStation.dispatch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dicomgateway.spoke.destination.DeliveryState;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.Health;
import org.dicomgateway.spoke.destination.Limits;
import org.dicomgateway.spoke.destination.Parked;
import org.dicomgateway.spoke.destination.ParkedFilter;
import org.dicomgateway.spoke.destination.Probe;
import org.dicomgateway.spoke.destination.Reason;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What all of these destinations do, whatever brings the instances. */
@Timeout(60)
class QueuedDestinationTest {
  private static final ParkedFilter ALL = new ParkedFilter("", "");
  @TempDir Path directory;
  private SendStation station;

  @BeforeEach
  void open() throws IOException {
    station = new SendStation(directory);
  }

  @AfterEach
  void close() {
    station.close();
  }

  /** Says of each instance what the test says. */
  private static class Carrier implements Courier {
    final List<String> carried = new CopyOnWriteArrayList<>();

    void carry(Parcel parcel, Desk desk) throws Unavailable, InterruptedException {
      desk.delivered(parcel, "");
    }

    @Override
    public void work(Desk desk) throws Unavailable, InterruptedException {
      for (Optional<Parcel> next = desk.next(); next.isPresent(); next = desk.next()) {
        carried.add(next.get().sopInstanceUid());
        carry(next.get(), desk);
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

  @Test
  void sendsTheMostUrgentFirstAndEachOnce() throws Exception {
    Carrier carrier = new Carrier();
    Destination destination = station.open(carrier);
    destination.pause();
    destination.start();
    destination.accept(station.receive("1.1"), dispatch(Urgency.BACKGROUND));
    SpooledInstance twice = station.receive("1.2");
    destination.accept(twice, dispatch(Urgency.NORMAL));
    destination.accept(station.receive("1.3"), dispatch(Urgency.NORMAL));
    destination.accept(station.receive("1.4"), dispatch(Urgency.STAT));
    destination.accept(twice, dispatch(Urgency.NORMAL));
    awaitCount(destination, DeliveryState.WAITING, 4);
    assertThat(destination.studies().getFirst().reason()).isEqualTo(Reason.PAUSED);
    destination.resume();
    awaitCount(destination, DeliveryState.DELIVERED, 4);
    assertThat(carrier.carried).containsExactly("1.4", "1.2", "1.3", "1.1");
    // Counted once it is written down.
    SendStation.await(
        () -> station.registry.getMetersAsString(),
        () -> station.registry.get("gateway.send.delivered").counter().count() == 4);
    assertThat(destination.studies()).isEmpty();
  }

  @Test
  void sendsNothingWhilePausedNotEvenAfterARestart() throws Exception {
    Destination before = station.open(new Carrier());
    before.start();
    before.pause();
    station.accept(before, "1.1");
    awaitCount(before, DeliveryState.WAITING, 1);
    before.close();
    Carrier carrier = new Carrier();
    Destination after = station.open(carrier);
    after.start();
    assertThat(after.status().health().state()).isEqualTo(Health.State.PAUSED);
    station.accept(after, "1.2");
    awaitCount(after, DeliveryState.WAITING, 2);
    assertThat(carrier.carried).isEmpty();
    after.resume();
    awaitCount(after, DeliveryState.DELIVERED, 2);
  }

  @Test
  void saysOfADestinationThatIsDownThatNothingMovesWhateverMovedAMomentAgo() throws Exception {
    AtomicBoolean down = new AtomicBoolean();
    Destination destination =
        station.open(
            new Carrier() {
              @Override
              void carry(Parcel parcel, Desk desk) throws Unavailable, InterruptedException {
                if (down.get()) {
                  throw Unavailable.down("nobody answers", null);
                }
                try (InputStream sent = parcel.send()) {
                  sent.transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
                super.carry(parcel, desk);
              }
            });
    destination.start();
    station.accept(destination, "1.1");
    SendStation.await(
        () -> destination.status().toString(), () -> destination.status().bytesPerSecond() > 0);
    down.set(true);
    station.accept(destination, "1.2");
    awaitHealth(destination, Health.State.DOWN);
    assertThat(destination.status().bytesPerSecond()).isZero();
  }

  @Test
  void holdsEverythingWhileTheDestinationTakesNothingAndTriesAgain() throws Exception {
    Carrier carrier =
        new Carrier() {
          private int tries;

          @Override
          void carry(Parcel parcel, Desk desk) throws Unavailable, InterruptedException {
            if (tries++ < 3) {
              throw Unavailable.down("nobody answers", null);
            }
            super.carry(parcel, desk);
          }
        };
    Destination destination = station.open(carrier);
    station.accept(destination, "1.1");
    station.accept(destination, "1.2");
    destination.start();
    awaitHealth(destination, Health.State.DOWN);
    assertThat(destination.status().health().reason()).isEqualTo("nobody answers");
    awaitCount(destination, DeliveryState.DELIVERED, 2);
    assertThat(destination.status().health().state()).isEqualTo(Health.State.UP);
    assertThat(carrier.carried).containsExactly("1.1", "1.1", "1.1", "1.1", "1.2");
  }

  @Test
  void letsAnInstanceThatFailsComeLaterAndParksItAtLast() throws Exception {
    Carrier carrier =
        new Carrier() {
          @Override
          void carry(Parcel parcel, Desk desk) throws Unavailable, InterruptedException {
            if (parcel.sopInstanceUid().equals("1.1")) {
              desk.failed(parcel, "0110H processing failure");
            } else {
              super.carry(parcel, desk);
            }
          }
        };
    Destination destination = station.open(carrier);
    SpooledInstance bad = station.accept(destination, "1.1");
    station.accept(destination, "1.2");
    destination.start();
    awaitCount(destination, DeliveryState.DELIVERED, 1);
    SendStation.await(
        () -> "a note in " + destination.trace(STUDY),
        () -> SendStation.note(destination, "1.1").contains("trying again: 0110H"));
    // Later is at random, and may be at once.
    assertThat(carrier.carried).startsWith("1.1").contains("1.2");
    assertThat(destination.underWay(List.of(bad.id(), "none"))).containsExactly(bad.id());
  }

  @Test
  void parksWithAReasonAndSendsAfterAll() throws Exception {
    Carrier carrier =
        new Carrier() {
          @Override
          void carry(Parcel parcel, Desk desk) throws Unavailable, InterruptedException {
            if (carried.size() <= 2) {
              desk.parked(parcel, "A900H");
            } else {
              super.carry(parcel, desk);
            }
          }
        };
    Destination destination = station.open(carrier);
    SpooledInstance first = station.accept(destination, "1.1");
    SpooledInstance second = station.accept(destination, "1.2");
    destination.start();
    awaitCount(destination, DeliveryState.PARKED, 2);
    assertThat(destination.parked())
        .extracting(Parked::sopInstanceUid, Parked::reason)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("1.1", "A900H"),
            org.assertj.core.groups.Tuple.tuple("1.2", "A900H"));
    assertThat(destination.delivered(List.of(first.id()))).isEmpty();
    assertThat(destination.retry(new ParkedFilter("", "1.1"))).isEqualTo(1);
    awaitCount(destination, DeliveryState.DELIVERED, 1);
    assertThat(destination.retry(ALL)).isEqualTo(1);
    awaitCount(destination, DeliveryState.DELIVERED, 2);
    assertThat(destination.retry(ALL)).isZero();
    assertThat(destination.delivered(List.of(first.id(), second.id(), "none"))).hasSize(2);
    destination.forget(Set.of(first.id()));
    assertThat(destination.known()).containsExactly(second.id());
  }

  @Test
  void goesOnAfterACourierThatFaults() throws Exception {
    Carrier carrier =
        new Carrier() {
          @Override
          void carry(Parcel parcel, Desk desk) throws Unavailable, InterruptedException {
            if (carried.size() == 1) {
              throw new IllegalStateException("a fault of ours");
            }
            super.carry(parcel, desk);
          }
        };
    Destination destination = station.open(carrier);
    station.accept(destination, "1.1");
    destination.start();
    awaitCount(destination, DeliveryState.DELIVERED, 1);
    assertThat(carrier.carried).hasSize(2);
  }

  @Test
  void beginsNothingOutsideTheHoursOfALimitButStat() throws Exception {
    Carrier carrier = new Carrier();
    Destination destination = station.open(carrier);
    destination.limit(Limits.parse("daily normal 0"));
    destination.start();
    station.accept(destination, "1.1");
    destination.accept(station.receive("1.2"), dispatch(Urgency.STAT));
    awaitCount(destination, DeliveryState.DELIVERED, 1);
    assertThat(carrier.carried).containsExactly("1.2");
    awaitCount(destination, DeliveryState.WAITING, 1);
    assertThat(destination.studies().getFirst().reason()).isEqualTo(Reason.LIMITED);
    destination.limit(Limits.NONE);
    awaitCount(destination, DeliveryState.DELIVERED, 2);
  }

  @Test
  void leavesNoMetricsBehind() throws Exception {
    Destination destination = station.open(new Carrier());
    assertThat(station.registry.getMeters()).isNotEmpty();
    destination.close();
    assertThat(station.registry.getMeters()).isEmpty();
  }
}
