package org.dicomgateway.spoke.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dicomgateway.spoke.destination.GivenDestination;
import org.dicomgateway.spoke.spool.Space;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpoolException;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk of so many instances of one size, which fills as they come and empties as they go. */
@Timeout(60)
class RetentionTest {
  private static final int SIZE = 1000;
  private static final Duration WEEK = Duration.ofDays(7);

  /** By which everything here was received longer than a week ago. */
  private static final Instant LATER = Instant.now().plus(Duration.ofDays(8));

  @TempDir private Path directory;
  private Spool spool;
  private RoutedSpool here;
  private Retention retention;

  /** How many instances the disk holds; refused are those of the last ten. */
  private int room = 40;

  @BeforeEach
  void open() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("spool"));
    spool = SpoolFixture.on(folder, 10 * SIZE, () -> (long) (room - held()) * SIZE);
    here = new RoutedSpool(directory, spool);
    here.route("routes: [{name: both, send: [hub, pacs]}]");
    here.router.start();
    retention = new Retention(here.ledger, here.destinations, spool, here.holds, WEEK);
  }

  @AfterEach
  void close() throws Exception {
    here.close();
  }

  private int held() {
    try {
      return spool == null ? 0 : spool.ids().size();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> receive(String study, int count) throws Exception {
    int before = here.ledger.ids().size();
    List<String> ids = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      SpooledInstance instance = here.receive(study, study + "." + i);
      ids.add(instance.id());
    }
    here.awaitDecided(before + count);
    return ids;
  }

  private void deliver(List<String> ids, Instant when) {
    for (GivenDestination destination : List.of(here.hub, here.pacs)) {
      destination.deliver(ids, when);
    }
  }

  @Test
  void keepsWhatIsDeliveredForItsTimeWhileThereIsRoom() throws Exception {
    List<String> old = receive("1.1", 2);
    List<String> young = receive("1.2", 2);
    deliver(old, LATER.minus(WEEK).minusSeconds(1));
    deliver(young, LATER.minus(WEEK).plusSeconds(1));

    assertThat(retention.sweep(LATER)).isEqualTo(2);

    assertThat(spool.ids()).isEqualTo(young);
    assertThat(here.ledger.ids()).hasSize(2);
    assertThat(here.hub.known()).hasSize(2);
    assertThat(here.pacs.known()).hasSize(2);
  }

  @Test
  void keepsWhatOneDestinationHasNot() throws Exception {
    List<String> ids = receive("1.1", 3);
    here.hub.deliver(ids, Instant.now());
    here.pacs.deliver(ids.subList(0, 1), Instant.now());

    assertThat(retention.sweep(LATER)).isEqualTo(1);

    assertThat(spool.ids()).isEqualTo(ids.subList(1, 3));
  }

  @Test
  void keepsWhatGoesToADestinationThatThereIsNoLonger() throws Exception {
    List<String> ids = receive("1.1", 2);
    deliver(ids, Instant.now());
    here.destinations.remove("pacs");
    room = 11;

    assertThat(retention.sweep(LATER)).isZero();
    assertThat(spool.ids()).isEqualTo(ids);
  }

  @Test
  void deletesWhatARuleDropsAndNothingElseThatIsKept() throws Exception {
    here.route("routes: [{name: trash, when: {instances: {from: 2}}, drop: not wanted}]");
    List<String> ids = receive("1.1", 2);

    assertThat(retention.sweep(Instant.now())).isZero();
    assertThat(retention.sweep(LATER)).isEqualTo(1);

    assertThat(spool.ids()).isEqualTo(ids.subList(0, 1));
    assertThat(here.router.kept()).hasSize(1);
  }

  @Test
  void deletesNothingOfAStudyThatAPersonHoldsUntilItIsReleased() throws Exception {
    List<String> ids = receive("1.1", 3);
    deliver(ids.subList(0, 1), Instant.now());
    here.hub.deliver(ids, Instant.now());
    here.router.hold("1.1", "", "");
    here.route("routes: [{name: trash, drop: not wanted}]");
    ids.addAll(receive("1.1", 1));
    room = 11;

    assertThat(retention.sweep(LATER)).isZero();
    assertThat(spool.ids()).isEqualTo(ids);

    here.route("routes: [{name: both, send: [hub, pacs]}]");
    here.router.release("1.1");
    deliver(ids, Instant.now());
    assertThat(retention.sweep(LATER)).isEqualTo(4);
  }

  @Test
  void letsTheLongestReceivedGoFirstWhenRoomRunsShort() throws Exception {
    List<String> first = receive("1.1", 5);
    List<String> second = receive("1.2", 5);
    List<String> waiting = receive("1.3", 2);
    deliver(first, Instant.now());
    deliver(second, Instant.now());
    room = 33;
    assertThat(spool.space().level()).isEqualTo(Space.Level.AMPLE);
    assertThat(retention.sweep(Instant.now())).isZero();

    room = 32 - 5;
    assertThat(spool.space().level()).isEqualTo(Space.Level.SHORT);
    retention.sweep(Instant.now());

    assertThat(spool.space().level()).isEqualTo(Space.Level.AMPLE);
    assertThat(spool.ids()).hasSize(7).containsAll(second).containsAll(waiting);
  }

  @Test
  void refusesAtTheWatermarkAndNeverDeletesWhatIsNotDelivered() throws Exception {
    List<String> waiting = receive("1.1", 20);
    room = 25;
    assertThat(spool.space().level()).isEqualTo(Space.Level.NONE);

    assertThat(retention.sweep(LATER)).isZero();
    assertThat(spool.ids()).hasSize(20);
    assertThatThrownBy(() -> here.store("1.3", "1.3.1"))
        .isInstanceOf(SpoolException.class)
        .hasMessageContaining("must stay free");

    deliver(waiting.subList(0, 15), Instant.now().minusSeconds(1));
    retention.sweep(Instant.now());
    assertThat(spool.space().level()).isEqualTo(Space.Level.AMPLE);
    assertThat(receive("1.3", 1)).hasSize(1);
  }
}
