package org.dicomgateway.spoke.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.dicomgateway.dimse.service.Priority;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.forward.ForwardSettings;
import org.dicomgateway.spoke.forward.Forwarder;
import org.dicomgateway.spoke.forward.Preparation;
import org.dicomgateway.spoke.route.rule.RouteTable.Release;
import org.dicomgateway.spoke.route.rule.Verdict;
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
    Router router = router(null, new UrgencyRules(Set.of("ER"), Set.of("ARCHIVE")));

    Verdict verdict = router.decide(spool.read(instance.id()), Release.NOT_RELEASED);

    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.SEND);
    assertThat(verdict.destinations()).containsExactly("hub");
    assertThat(verdict.urgency()).isEqualTo(urgency);
    assertThat(verdict.reason()).isEqualTo("by 'everything to the hub'; " + why);
  }

  @Test
  void holdsWhatASenderThatIsDoubtedSendsUntilItIsReleased() throws Exception {
    SpooledInstance instance = SpoolFixture.store(spool, "1.2", "1.2.3", 100);
    Router router =
        new Router(
            spool,
            Routes.open(directory.resolve("routes"), Set.of("hub")),
            null,
            UrgencyRules.BY_PRIORITY,
            sender -> Optional.of("unknown modality " + sender));

    Verdict verdict = router.decide(instance, Release.NOT_RELEASED);

    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.HOLD);
    assertThat(verdict.reason()).startsWith("unknown modality ");
    assertThat(router.decide(instance, Release.RELEASED).kind()).isEqualTo(Verdict.Kind.SEND);
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

  private Router router(Forwarder forwarder, UrgencyRules urgency) throws IOException {
    Routes routes = Routes.open(directory.resolve("routes"), Set.of("hub"));
    return new Router(spool, routes, forwarder, urgency, _ -> Optional.empty());
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
      int count = router(forwarder, UrgencyRules.BY_PRIORITY).routeForgotten();
      while (forwarder.known().size() < expected) {
        Thread.sleep(10);
      }
      return count;
    }
  }
}
