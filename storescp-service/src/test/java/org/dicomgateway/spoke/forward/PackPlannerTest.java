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
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.spoke.database.Database;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.Dispatch;
import org.dicomgateway.spoke.destination.Timeline;
import org.dicomgateway.spoke.destination.Urgency;
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
  private Database database;
  private Queue queue;
  private QueuedPacks packs;
  private final LineRate rate = new LineRate();
  private PackPlanner planner;

  @BeforeEach
  void open() throws Exception {
    spool = Spool.open(Files.createDirectories(directory.resolve("spool")), 0);
    database = QueueSchema.open(directory.resolve("queue.db"));
    queue = new Queue(database, Destination.HUB);
    packs = new QueuedPacks(database);
    planner =
        new PackPlanner(
            queue, packs, new HeldInstances(database), rate, Preparation.NONE, Timeline.REAL);
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void packsTheStudyThatWaitsLongest() throws Exception {
    List<String> first = enqueue("1.9", 3, 100);
    enqueue("1.2", 3, 100);

    Pack pack = next(planner);

    assertThat(pack.study()).isEqualTo("1.9");
    assertThat(pack.instances()).isEqualTo(first);
  }

  @Test
  void takesNoMoreThanTheLineCarriesInAFewSeconds() throws Exception {
    List<String> ids = enqueue("1.2", 12, 400_000);

    assertThat(next(planner).instances()).containsExactly(ids.getFirst());
    assertThat(next(planner).instances()).hasSize(2);
    assertThat(next(planner).instances()).hasSize(2);
  }

  @Test
  void takesAnInstanceThatIsLargerThanThatAlone() throws Exception {
    List<String> ids = enqueue("1.2", 2, 5_000_000);

    assertThat(next(planner).instances()).isEqualTo(ids.subList(0, 1));
  }

  @Test
  void gathersWhatFollowsWithinTheInterval() throws Exception {
    enqueue("1.2", 1, 100);
    next(planner);
    List<String> following = enqueue("1.2", 1, 100);
    following.addAll(enqueue("1.2", 2, 100));

    assertThat(next(planner).instances()).isEqualTo(following);
  }

  @Test
  void letsOthersGoBeforeAPackThatPauses() throws Exception {
    enqueue("1.2", 1, 100);
    Pack failing = next(planner);
    planner.putBack(failing, Duration.ofHours(1));
    enqueue("1.3", 1, 100);

    assertThat(next(planner).study()).isEqualTo("1.3");
  }

  @Test
  void remembersItsPacksAcrossARestart() throws Exception {
    enqueue("1.2", 3, 100);
    Pack pack = next(planner);
    close();
    database = QueueSchema.open(directory.resolve("queue.db"));

    assertThat(
            next(
                new PackPlanner(
                    new Queue(database, Destination.HUB),
                    new QueuedPacks(database),
                    new HeldInstances(database),
                    rate,
                    Preparation.NONE,
                    Timeline.REAL)))
        .isEqualTo(pack);
  }

  @Test
  void packsTheInstancesOfARejectedPackOneByOneAtOnce() throws Exception {
    List<String> ids = enqueue("1.2", 3, 100);
    packs.takeApart(next(planner));
    planner.reload();

    for (String id : ids) {
      assertThat(next(planner).instances()).containsExactly(id);
    }
  }

  @Test
  void takesUpAQueueThatKnowsNoUrgency() throws Exception {
    List<String> ids = enqueue("1.2", 2, 100);
    database.update("DROP INDEX instance_held");
    for (String column :
        List.of(
            "series",
            "urgency",
            "live",
            "preparation",
            "prepared_at",
            "prepared_length",
            "changes",
            "changed_sha256",
            "compressing",
            "withdrawn",
            "doubtful",
            "origin")) {
      database.update("ALTER TABLE instance DROP COLUMN " + column);
    }
    database.update("PRAGMA user_version = 2");
    close();
    database = QueueSchema.open(directory.resolve("queue.db"));

    assertThat(
            new Queue(database, Destination.HUB)
                .waiting(new StudyBacklog.Key("1.2", Urgency.NORMAL), 10))
        .hasSameSizeAs(ids);
  }

  @Test
  void refusesAQueueOfALaterRelease() throws Exception {
    database.update("PRAGMA user_version = 99");
    close();

    assertThatThrownBy(() -> QueueSchema.open(directory.resolve("queue.db")))
        .isInstanceOf(SQLException.class)
        .hasMessageContainingAll("version 99", "rebuilt from the spool");
  }

  @Test
  void packsTheMostUrgentFirstAlsoOfOneStudy() throws Exception {
    enqueue("1.1", 1, 100);
    List<String> background = enqueue("1.2", Urgency.BACKGROUND, 1, 100);
    List<String> stat = enqueue("1.2", Urgency.STAT, 1, 100);

    assertThat(next(planner).instances()).isEqualTo(stat);
    assertThat(next(planner).study()).isEqualTo("1.1");
    assertThat(next(planner).instances()).isEqualTo(background);
  }

  @Test
  void packsWhatThereIsRoomFor() throws Exception {
    enqueue("1.2", Urgency.STAT, 1, 100);
    List<String> normal = enqueue("1.3", Urgency.NORMAL, 1, 100);

    assertThat(planner.poll(precedence -> precedence.urgency() != Urgency.STAT))
        .hasValueSatisfying(pack -> assertThat(pack.instances()).isEqualTo(normal));
    assertThat(planner.poll(_ -> false)).isEmpty();
  }

  @Test
  void sendsAThinSelectionOfTheSeriesAfterTheFirstImage() throws Exception {
    List<String> ids = enqueue("1.2", 64, 250_000);

    assertThat(next(planner).instances()).containsExactly(ids.get(0));
    List<String> thin = next(planner).instances();

    assertThat(thin).hasSize(4).isSorted();
    for (int quarter = 0; quarter < 4; quarter++) {
      assertThat(ids.subList(quarter * 16, quarter * 16 + 16)).containsAnyElementsOf(thin);
    }
  }

  @Test
  void thinsAgainWhatCameAfterAThinSelection() throws Exception {
    enqueue("1.2", 1, 250_000);
    for (int i = 0; i < 4; i++) {
      next(planner);
      enqueue("1.2", 12, 250_000);
    }
    List<String> late = enqueue("1.2", 64, 250_000);

    List<String> thin = next(planner).instances();

    assertThat(thin).hasSize(4);
    assertThat(late.subList(32, 64)).containsAnyElementsOf(thin);
  }

  @Test
  void packsAsMuchAsTheLineCarriesOfWhatWasMadeSmaller() throws Exception {
    PackPlanner preparing =
        new PackPlanner(
            queue,
            packs,
            new HeldInstances(database),
            rate,
            new GivenPreparation() {
              @Override
              public boolean wants(SpooledInstance instance) {
                return true;
              }
            },
            Timeline.REAL);
    enqueue(preparing, "1.2", Urgency.NORMAL, 24, 400_000);
    assertThat(preparing.poll(_ -> true)).isEmpty();
    for (Held held : new HeldInstances(database).held(24)) {
      preparing.release(
          List.of(held),
          new Preparedness.Prepared(
              Instant.now(), 100_000, "sha256", Preparedness.Form.COMPRESSED));
    }

    assertThat(next(preparing)).satisfies(pack -> assertThat(pack.bytes()).isEqualTo(200_000));
    assertThat(next(preparing).instances()).hasSize(10);
  }

  @Test
  void packsWhatIsLiveAtOnceAndAlone() throws Exception {
    for (int i = 1; i <= 3; i++) {
      Attributes image =
          SpoolFixture.image("1.2", "1.2." + i, 100)
              .setString(Tag.SOPClassUID, VR.UI, UID.UltrasoundImageStorage);
      SpooledInstance instance = SpoolFixture.store(spool, image);
      planner.enqueue(
          List.of(
              new Routed(
                  instance,
                  new Dispatch(Urgency.NORMAL, Dispatch.Compressing.ALLOWED, "test"),
                  Instant.now())));

      assertThat(planner.poll(_ -> true))
          .hasValueSatisfying(pack -> assertThat(pack.instances()).containsExactly(instance.id()));
    }
  }

  private static Pack next(PackPlanner planner) throws InterruptedException {
    planner.await(_ -> true);
    return planner.poll(_ -> true).orElseThrow();
  }

  private List<String> enqueue(String study, int count, int size) throws Exception {
    return enqueue(study, Urgency.NORMAL, count, size);
  }

  private List<String> enqueue(String study, Urgency urgency, int count, int size)
      throws Exception {
    return enqueue(planner, study, urgency, count, size);
  }

  private List<String> enqueue(
      PackPlanner planner, String study, Urgency urgency, int count, int size) throws Exception {
    List<Routed> routed = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      SpooledInstance instance =
          SpoolFixture.store(spool, study, "1.%d".formatted(System.nanoTime()), size);
      routed.add(
          new Routed(
              instance,
              new Dispatch(urgency, Dispatch.Compressing.ALLOWED, "test"),
              Instant.now()));
    }
    planner.enqueue(routed);
    return new ArrayList<>(routed.stream().map(one -> one.instance().id()).toList());
  }
}
