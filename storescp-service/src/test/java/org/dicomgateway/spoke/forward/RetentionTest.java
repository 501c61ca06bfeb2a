package org.dicomgateway.spoke.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dicomgateway.pack.PackId;
import org.dicomgateway.spoke.database.Database;
import org.dicomgateway.spoke.destination.Dispatch;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.spool.Space;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpoolException;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk of so many instances of one size, which fills as they come and empties as they go. */
class RetentionTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final int SIZE = 1000;

  @TempDir private Path directory;
  private Database database;
  private Queue queue;
  private QueuedPacks packs;
  private Spool spool;
  private Retention retention;

  /** How many instances the disk holds; refused are those of the last ten. */
  private int room = 30;

  @BeforeEach
  void open() throws Exception {
    database = QueueSchema.open(directory.resolve("queue.db"));
    queue = new Queue(database, Forwarder.HUB);
    packs = new QueuedPacks(database);
    Path folder = Files.createDirectories(directory.resolve("spool"));
    spool = SpoolFixture.on(folder, 10 * SIZE, () -> (long) (room - held()) * SIZE);
    retention = new Retention(spool, queue, Duration.ofDays(7));
  }

  @AfterEach
  void close() throws Exception {
    database.close();
  }

  private int held() {
    try {
      return spool == null ? 0 : spool.ids().size();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Receives instances and queues them. */
  private List<SpooledInstance> receive(String study, int count) throws Exception {
    List<Routed> routed = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      SpooledInstance instance = SpoolFixture.store(spool, study, study + "." + i, 100);
      routed.add(
          new Routed(
              instance, new Dispatch(Urgency.NORMAL, Dispatch.Compressing.ALLOWED, "test"), NOW));
    }
    queue.add(routed, _ -> false);
    return routed.stream().map(Routed::instance).toList();
  }

  private void deliver(List<SpooledInstance> instances, Instant when) {
    List<String> ids = instances.stream().map(SpooledInstance::id).toList();
    Pack pack =
        new Pack(
            PackId.next(),
            instances.getFirst().identity().studyInstanceUid(),
            NOW,
            new Precedence(Urgency.NORMAL, false),
            ids,
            0);
    packs.plan(pack);
    Map<String, String> outcomes = new HashMap<>();
    ids.forEach(id -> outcomes.put(id, "STORED"));
    packs.delivered(pack, outcomes, when);
  }

  @Test
  void keepsWhatIsDeliveredForItsTimeWhileThereIsRoom() throws Exception {
    deliver(receive("1.1", 2), NOW.minus(Duration.ofDays(8)));
    List<SpooledInstance> young = receive("1.2", 2);
    deliver(young, NOW.minus(Duration.ofDays(6)));

    assertThat(retention.sweep(NOW)).isEqualTo(2);
    assertThat(spool.ids()).isEqualTo(young.stream().map(SpooledInstance::id).toList());
    assertThat(spool.space().level()).isEqualTo(Space.Level.AMPLE);
  }

  @Test
  void letsTheOldestDeliveredGoFirstWhenRoomRunsShort() throws Exception {
    List<SpooledInstance> later = receive("1.1", 5);
    List<SpooledInstance> earlier = receive("1.2", 5);
    deliver(later, NOW.minus(Duration.ofHours(1)));
    deliver(earlier, NOW.minus(Duration.ofHours(2)));
    List<SpooledInstance> waiting = receive("1.3", 2);
    room = 33;
    assertThat(spool.space().level()).isEqualTo(Space.Level.AMPLE);
    assertThat(retention.sweep(NOW)).isZero();

    room = 32 - 5;
    assertThat(spool.space().level()).isEqualTo(Space.Level.SHORT);
    retention.sweep(NOW);

    assertThat(spool.space().level()).isEqualTo(Space.Level.AMPLE);
    assertThat(spool.ids())
        .hasSize(7)
        .containsAll(later.stream().map(SpooledInstance::id).toList())
        .containsAll(waiting.stream().map(SpooledInstance::id).toList());
  }

  @Test
  void refusesAtTheWatermarkAndNeverDeletesWhatHasNoReceipt() throws Exception {
    List<SpooledInstance> waiting = receive("1.1", 15);
    List<SpooledInstance> parked = receive("1.2", 5);
    parked.forEach(instance -> packs.park(instance.id(), "rejected", NOW));
    room = 25;
    assertThat(spool.space().level()).isEqualTo(Space.Level.NONE);

    assertThat(retention.sweep(NOW.plus(Duration.ofDays(400)))).isZero();
    assertThat(spool.ids()).hasSize(20);
    assertThatThrownBy(() -> receive("1.3", 1))
        .isInstanceOf(SpoolException.class)
        .hasMessageContaining("must stay free");

    deliver(waiting, NOW.minusSeconds(1));
    retention.sweep(NOW);
    assertThat(spool.space().level()).isEqualTo(Space.Level.AMPLE);
    assertThat(receive("1.3", 1)).hasSize(1);
  }
}
