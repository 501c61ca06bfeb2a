package org.dicomgateway.spoke.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PackPlannerTest {
  @TempDir private Path directory;
  private Spool spool;
  private QueueDatabase database;
  private Queue queue;
  private PackPlanner planner;

  @BeforeEach
  void open() throws Exception {
    spool = Spool.open(Files.createDirectories(directory.resolve("spool")), 0);
    database = QueueDatabase.open(directory.resolve("queue.db"));
    queue = new Queue(database);
    planner = new PackPlanner(queue, new LineRate());
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void packsTheStudyThatWaitsLongest() throws Exception {
    List<String> first = enqueue("1.9", 3, 100);
    enqueue("1.2", 3, 100);

    Pack pack = planner.next();

    assertThat(pack.study()).isEqualTo("1.9");
    assertThat(pack.instances()).isEqualTo(first);
  }

  @Test
  void takesNoMoreThanTheLineCarriesInAFewSeconds() throws Exception {
    List<String> ids = enqueue("1.2", 5, 900_000);

    assertThat(planner.next().instances()).isEqualTo(ids.subList(0, 2));
    assertThat(planner.next().instances()).isEqualTo(ids.subList(2, 4));
  }

  @Test
  void takesAnInstanceThatIsLargerThanThatAlone() throws Exception {
    List<String> ids = enqueue("1.2", 2, 5_000_000);

    assertThat(planner.next().instances()).isEqualTo(ids.subList(0, 1));
  }

  @Test
  void gathersWhatFollowsWithinTheInterval() throws Exception {
    enqueue("1.2", 1, 100);
    planner.next();
    List<String> following = enqueue("1.2", 1, 100);
    following.addAll(enqueue("1.2", 2, 100));

    assertThat(planner.next().instances()).isEqualTo(following);
  }

  @Test
  void letsOthersGoBeforeAPackThatPauses() throws Exception {
    enqueue("1.2", 1, 100);
    Pack failing = planner.next();
    planner.putBack(failing, Duration.ofHours(1));
    enqueue("1.3", 1, 100);

    assertThat(planner.next().study()).isEqualTo("1.3");
  }

  @Test
  void remembersItsPacksAcrossARestart() throws Exception {
    enqueue("1.2", 3, 100);
    Pack pack = planner.next();
    close();
    database = QueueDatabase.open(directory.resolve("queue.db"));

    assertThat(new PackPlanner(new Queue(database), new LineRate()).next()).isEqualTo(pack);
  }

  @Test
  void packsTheInstancesOfARejectedPackOneByOneAtOnce() throws Exception {
    List<String> ids = enqueue("1.2", 3, 100);
    queue.takeApart(planner.next());
    planner.reload();

    for (String id : ids) {
      assertThat(planner.next().instances()).containsExactly(id);
    }
  }

  @Test
  void takesUpAQueueThatKnowsNoUrgency() throws Exception {
    List<String> ids = enqueue("1.2", 2, 100);
    for (String column : List.of("series", "urgency", "live")) {
      database.update("ALTER TABLE instance DROP COLUMN " + column);
    }
    database.update("PRAGMA user_version = 2");
    close();
    database = QueueDatabase.open(directory.resolve("queue.db"));

    assertThat(new Queue(database).waiting("1.2", 10)).hasSameSizeAs(ids);
  }

  @Test
  void refusesAQueueOfALaterRelease() throws Exception {
    database.update("PRAGMA user_version = 99");
    close();

    assertThatThrownBy(() -> QueueDatabase.open(directory.resolve("queue.db")))
        .isInstanceOf(SQLException.class)
        .hasMessageContainingAll("version 99", "rebuilt from the spool");
  }

  private List<String> enqueue(String study, int count, int size) throws Exception {
    List<Routed> routed = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      SpooledInstance instance =
          SpoolFixture.store(spool, study, "1.%d".formatted(System.nanoTime()), size);
      routed.add(new Routed(instance, Forwarder.HUB, Urgency.NORMAL, "test", Instant.now()));
    }
    planner.enqueue(routed);
    return new ArrayList<>(routed.stream().map(one -> one.instance().id()).toList());
  }
}
