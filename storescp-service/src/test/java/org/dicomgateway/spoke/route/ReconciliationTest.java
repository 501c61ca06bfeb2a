package org.dicomgateway.spoke.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dicomgateway.spoke.route.rule.Verdict;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that ends at each step between the acknowledgement and the deleting of the file. */
@Timeout(60)
class ReconciliationTest {
  private static final String BOTH = "routes: [{name: both, send: [hub, pacs]}]";
  private static final String NOBODY = "routes: []";

  @TempDir private Path directory;
  private RoutedSpool here;

  @BeforeEach
  void open() throws Exception {
    here = new RoutedSpool(directory);
    here.route(BOTH);
  }

  @AfterEach
  void close() throws Exception {
    here.close();
  }

  /** Received, routed and handed out. */
  private SpooledInstance handedOut(String sop) throws Exception {
    here.router.start();
    SpooledInstance instance = here.receive("1.2", sop);
    here.await(() -> here.hub.known().size() + here.pacs.known().size() == 2);
    return instance;
  }

  @Test
  void beforeTheDecisionIsWrittenDown() throws Exception {
    SpooledInstance instance = here.store("1.2", "1.2.3");

    assertThat(here.restart()).isEqualTo(1);

    assertThat(here.hub.known()).containsExactly(instance.id());
    assertThat(here.pacs.known()).containsExactly(instance.id());
    assertThat(here.restart()).isZero();
  }

  @Test
  void beforeADestinationHasWrittenItDown() throws Exception {
    SpooledInstance instance = handedOut("1.2.3");
    here.pacs.lose(instance.id());
    here.route(NOBODY);

    assertThat(here.restart()).isZero();

    assertThat(here.pacs.known()).containsExactly(instance.id());
    assertThat(here.pacs.dispatch(instance.id())).isEqualTo(here.hub.dispatch(instance.id()));
  }

  @Test
  void whenTheLedgerIsLostWhatIsOnItsWayStaysSo() throws Exception {
    SpooledInstance instance = handedOut("1.2.3");
    here.close();
    here.loseLedger();
    here.pacs.lose(instance.id());
    here.route(NOBODY);
    here.begin(UrgencyRules.BY_PRIORITY);

    assertThat(here.router.start()).isEqualTo(1);

    Decision decision = here.decisions().getFirst();
    assertThat(decision.kind()).isEqualTo(Verdict.Kind.SEND);
    assertThat(decision.destinations()).containsExactly("hub");
    assertThat(decision.dispatch().reason())
        .isEqualTo("no rule says where it goes; was on its way");
  }

  @Test
  void whenTheLedgerIsLostItIsBuiltAnewFromTheSpool() throws Exception {
    SpooledInstance instance = handedOut("1.2.3");
    Decision before = here.decisions().getFirst();
    here.close();
    here.loseLedger();
    here.begin(UrgencyRules.BY_PRIORITY);

    assertThat(here.router.start()).isEqualTo(1);

    Decision after = here.decisions().getFirst();
    assertThat(after.id()).isEqualTo(instance.id());
    assertThat(after.destinations()).isEqualTo(before.destinations());
    assertThat(after.dispatch()).isEqualTo(before.dispatch());
  }

  @Test
  void betweenDeletingTheFileAndForgettingTheInstance() throws Exception {
    SpooledInstance instance = handedOut("1.2.3");
    for (var destination : List.of(here.hub, here.pacs)) {
      destination.deliver(List.of(instance.id()), Instant.now().minus(Duration.ofDays(9)));
    }
    here.spool.remove(instance.id());

    assertThat(here.restart()).isZero();

    assertThat(here.ledger.ids()).isEmpty();
    assertThat(here.hub.known()).isEmpty();
    assertThat(here.pacs.known()).isEmpty();
  }

  @Test
  void betweenForgettingAtTheLedgerAndAtADestination() throws Exception {
    SpooledInstance instance = handedOut("1.2.3");
    here.hub.deliver(List.of(instance.id()), Instant.now());
    here.pacs.deliver(List.of(instance.id()), Instant.now());
    here.spool.remove(instance.id());
    here.ledger.forget(List.of(instance.id()));
    here.hub.lose(instance.id());

    here.restart();

    assertThat(here.pacs.known()).isEmpty();
  }

  @Test
  void doesNotForgetWhatIsGoneAndNotDelivered() throws Exception {
    SpooledInstance instance = handedOut("1.2.3");
    here.hub.deliver(List.of(instance.id()), Instant.now());
    here.spool.remove(instance.id());

    here.restart();

    assertThat(here.ledger.ids()).containsExactly(instance.id());
    assertThat(here.pacs.known()).containsExactly(instance.id());
  }

  @Test
  void betweenReleasingAndHandingOut() throws Exception {
    here.route("routes: [{name: kept, hold: yes, send: hub}]");
    here.router.start();
    SpooledInstance instance = here.receive("1.2", "1.2.3");
    here.awaitDecided(1);
    here.router.release("1.2");
    here.hub.lose(instance.id());

    here.restart();

    assertThat(here.hub.known()).containsExactly(instance.id());
    assertThat(here.router.kept()).isEmpty();
  }

  @Test
  void setsADamagedFileAsideAndTakesUpTheOthers() throws Exception {
    SpooledInstance damaged = here.store("1.2", "1.2.3");
    SpooledInstance whole = here.store("1.2", "1.2.4");
    Files.write(here.spool.file(damaged.id()), new byte[50]);

    assertThat(here.restart()).isEqualTo(1);

    assertThat(here.spool.ids()).containsExactly(whole.id());
    assertThat(directory.resolve("spool/damaged/" + damaged.id() + ".inst")).exists();
  }
}
