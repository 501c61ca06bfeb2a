package org.dicomgateway.spoke.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dicomgateway.spoke.destination.ConfiguredDestinations;
import org.dicomgateway.spoke.destination.ConfiguredDestinations.Undelivered;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.DestinationFactory;
import org.dicomgateway.spoke.destination.DestinationSettings;
import org.dicomgateway.spoke.route.rule.Verdict;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that ends at each step of the removal of a destination that has not got everything. */
@Timeout(60)
class RemovalTest {
  private static final String PACS = "destinations: [{name: pacs, type: folder, path: /pacs}]";
  private static final String NONE = "destinations: []";

  @TempDir private Path directory;
  private RoutedSpool here;
  private final Queues queues = new Queues();
  private ConfiguredDestinations configured;
  private SpooledInstance waiting;
  private SpooledInstance delivered;
  private SpooledInstance both;

  /** The process ends here. */
  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** One queue, which stays until it is discarded. */
  private final class Queues implements DestinationFactory {
    private final List<String> discarded = new ArrayList<>();
    private boolean unusable;
    private boolean crashes;

    @Override
    public Destination open(DestinationSettings settings) throws IOException {
      if (unusable) {
        throw new IOException("no such certificate");
      }
      return here.pacs;
    }

    @Override
    public Set<String> kept() {
      return discarded.isEmpty() ? Set.of("pacs") : Set.of();
    }

    @Override
    public void discard(String name) {
      if (crashes) {
        throw new Crash();
      }
      discarded.add(name);
    }
  }

  @BeforeEach
  void open() throws Exception {
    here = new RoutedSpool(directory);
    here.destinations.remove("pacs");
    configured = opened();
    change(PACS);
    queues.discarded.clear();
    here.router.start();
    here.route("routes: [{name: pacs, send: pacs}]");
    waiting = here.receive("1.1", "1.1.1");
    delivered = here.receive("1.2", "1.2.1");
    here.await(() -> here.pacs.known().size() == 2);
    here.route("routes: [{name: both, send: [hub, pacs]}]");
    both = here.receive("1.3", "1.3.1");
    here.await(() -> here.pacs.known().size() == 3 && here.hub.known().size() == 1);
    here.pacs.deliver(List.of(delivered.id()), Instant.now());
    here.route("routes: [{name: hub, send: hub}]");
  }

  @AfterEach
  void close() throws Exception {
    here.close();
  }

  private ConfiguredDestinations opened() throws IOException {
    return ConfiguredDestinations.open(
        directory.resolve("destinations"), "GATEWAY", here.destinations, queues);
  }

  private void change(String text) throws Exception {
    configured.change(text, "test", "", Undelivered.GIVEN_UP, here.router);
  }

  /** The next process, on what the last one left. */
  private void restart() throws Exception {
    here.close();
    here.destinations.remove("pacs");
    queues.crashes = false;
    configured = opened();
    here.begin(UrgencyRules.BY_PRIORITY);
    configured.finishRemovals(here.router);
    assertThat(here.router.start()).isZero();
  }

  private Decision decision(SpooledInstance instance) {
    return here.ledger.of(instance.identity().studyInstanceUid()).getFirst();
  }

  private void assertRemovedAndNothingLost(String whyKept) throws Exception {
    assertThat(decision(waiting).kind()).isEqualTo(Verdict.Kind.UNROUTED);
    assertThat(decision(waiting).dispatch().reason()).isEqualTo(whyKept);
    assertThat(here.router.kept())
        .extracting(KeptStudy::studyInstanceUid)
        .contains(waiting.identity().studyInstanceUid());
    assertThat(decision(both).destinations()).containsExactly("hub");
    assertThat(here.ledger.destinations()).containsExactly("hub");
    assertThat(queues.discarded).containsExactly("pacs");
    assertThat(here.spool.ids()).contains(waiting.id(), delivered.id(), both.id());
    here.router.send("1.1", Optional.empty());
    assertThat(here.hub.known()).containsExactlyInAnyOrder(waiting.id(), both.id());
  }

  private void assertDeliveredIsNotKept() {
    assertThat(decision(delivered).goesOn()).isTrue();
    assertThat(decision(delivered).destinations()).isEmpty();
  }

  @Test
  void withoutACrash() throws Exception {
    change(NONE);

    assertDeliveredIsNotKept();
    assertRemovedAndNothingLost("'pacs' was removed before it had it");
    restart();
    assertThat(queues.discarded).containsExactly("pacs");
  }

  @Test
  void betweenTheNewVersionAndTheWithdrawal() throws Exception {
    here.close();
    Files.writeString(directory.resolve("destinations/000002.yaml"), NONE);
    here.begin(UrgencyRules.BY_PRIORITY);

    restart();

    assertDeliveredIsNotKept();
    assertRemovedAndNothingLost("'pacs' was removed before it had it");
  }

  @Test
  void betweenTheWithdrawalAndTheEndOfTheQueue() throws Exception {
    queues.crashes = true;
    assertThatThrownBy(() -> change(NONE)).isInstanceOf(Crash.class);

    restart();

    assertDeliveredIsNotKept();
    assertRemovedAndNothingLost("'pacs' was removed before it had it");
  }

  @Test
  void aQueueThatCannotBeAskedHasEverythingKeptThatWentNowhereElse() throws Exception {
    here.close();
    Files.writeString(directory.resolve("destinations/000002.yaml"), NONE);
    here.begin(UrgencyRules.BY_PRIORITY);
    queues.unusable = true;

    restart();

    assertThat(decision(delivered).kind()).isEqualTo(Verdict.Kind.UNROUTED);
    assertRemovedAndNothingLost("'pacs' was removed, and whether it had it is not known");
  }

  @Test
  void oneThatCouldNotBeOpenedIsTakenOutOfTheDecisionsToo() throws Exception {
    queues.unusable = true;
    restart();
    assertThat(here.destinations.names()).containsExactly("hub");
    assertThat(decision(waiting).destinations()).containsExactly("pacs");

    change(NONE);

    assertRemovedAndNothingLost("'pacs' was removed, and whether it had it is not known");
  }

  @Test
  void staysUntouchedWhileTheNewestVersionCannotBeUsed() throws Exception {
    here.close();
    Files.writeString(directory.resolve("destinations/000001.yaml"), "destinations: {");
    here.begin(UrgencyRules.BY_PRIORITY);

    restart();

    assertThat(decision(waiting).destinations()).containsExactly("pacs");
    assertThat(here.ledger.destinations()).isEqualTo(Set.of("hub", "pacs"));
    assertThat(queues.discarded).isEmpty();
  }

  @Test
  void staysUntouchedWhileARuleSendsThere() throws Exception {
    here.route("routes: [{name: pacs, send: pacs}]");
    here.close();
    Files.writeString(directory.resolve("destinations/000002.yaml"), NONE);
    here.begin(UrgencyRules.BY_PRIORITY);

    restart();

    assertThat(decision(waiting).destinations()).containsExactly("pacs");
    assertThat(queues.discarded).isEmpty();
  }
}
