package org.dicomgateway.spoke.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.dicomgateway.dimse.service.Priority;
import org.dicomgateway.spoke.forward.ForwardSettings;
import org.dicomgateway.spoke.forward.Forwarder;
import org.dicomgateway.spoke.forward.Preparation;
import org.dicomgateway.spoke.forward.Urgency;
import org.dicomgateway.spoke.spool.Sender;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class RouterTest {
  @TempDir private Path directory;
  private Spool spool;

  @BeforeEach
  void open() throws IOException {
    spool = Spool.open(Files.createDirectories(directory.resolve("spool")), 0);
  }

  @ParameterizedTest
  @CsvSource({
    "CT1, HIGH, STAT, sent with priority HIGH",
    "CT1, MEDIUM, NORMAL, sent with priority MEDIUM",
    "CT1, LOW, BACKGROUND, sent with priority LOW",
    "ER, LOW, STAT, all from ER is stat",
    "ARCHIVE, HIGH, BACKGROUND, all from ARCHIVE is background",
  })
  void sendsEverythingToTheHubAsUrgentAsItsSenderAndSaysWhy(
      String sender, Priority priority, Urgency urgency, String why) throws Exception {
    SpooledInstance instance =
        SpoolFixture.store(
            spool,
            SpoolFixture.image("1.2", "1.2.3", 9),
            new Sender(sender, "GATEWAY", "10.0.0.7"),
            priority);
    Router router = new Router(null, new UrgencyRules(Set.of("ER"), Set.of("ARCHIVE")));

    assertThat(router.decide(spool.read(instance.id())))
        .isEqualTo(new Decision.Send("hub", urgency, "the hub is the only destination; " + why));
  }

  @Test
  void takesUpWhatTheQueueDoesNotKnow() throws Exception {
    SpoolFixture.store(spool, "1.2", "1.2.3", 100);
    SpoolFixture.store(spool, "1.2", "1.2.4", 100);

    assertThat(routeForgotten(2)).isEqualTo(2);
    assertThat(routeForgotten(2)).isZero();
  }

  @Test
  void rebuildsALostQueueFromTheSpool() throws Exception {
    SpoolFixture.store(spool, "1.2", "1.2.3", 100);
    routeForgotten(1);
    for (String file : new String[] {"queue.db", "queue.db-wal", "queue.db-shm"}) {
      Files.deleteIfExists(directory.resolve(file));
    }

    assertThat(routeForgotten(1)).isEqualTo(1);
  }

  @Test
  void setsADamagedFileAsideAndTakesUpTheOthers() throws Exception {
    SpooledInstance damaged = SpoolFixture.store(spool, "1.2", "1.2.3", 100);
    SpooledInstance whole = SpoolFixture.store(spool, "1.2", "1.2.4", 100);
    Files.write(spool.file(damaged.id()), new byte[50]);

    assertThat(routeForgotten(1)).isEqualTo(1);

    assertThat(spool.ids()).containsExactly(whole.id());
    assertThat(directory.resolve("spool/damaged/" + damaged.id() + ".inst")).exists();
  }

  /**
   * As at the start of a process.
   *
   * @param expected number of instances in the queue afterwards
   */
  private int routeForgotten(int expected) throws Exception {
    ForwardSettings settings =
        new ForwardSettings(URI.create("http://localhost:9"), "s", "t", 1, Duration.ofDays(7));
    try (Forwarder forwarder =
        Forwarder.open(
            directory.resolve("queue.db"),
            spool,
            settings,
            Preparation.NONE,
            new SimpleMeterRegistry())) {
      forwarder.start();
      int count = new Router(forwarder, UrgencyRules.BY_PRIORITY).routeForgotten(spool);
      while (forwarder.known().size() < expected) {
        Thread.sleep(10);
      }
      return count;
    }
  }
}
