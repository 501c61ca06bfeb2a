package org.dicomgateway.spoke.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dicomgateway.spoke.destination.GivenDestination;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.route.rule.Verdict;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A study that a person holds, wherever the process ends meanwhile. */
@Timeout(60)
class StudyHoldTest {
  private static final String BOTH = "routes: [{name: both, send: [hub, pacs]}]";

  @TempDir private Path directory;
  private RoutedSpool here;

  @BeforeEach
  void open() throws Exception {
    here = new RoutedSpool(directory);
    here.route(BOTH);
    here.router.start();
  }

  @AfterEach
  void close() throws Exception {
    here.close();
  }

  private SpooledInstance handedOut(String study, String sop) throws Exception {
    SpooledInstance instance = here.receive(study, sop);
    here.await(() -> here.pacs.known().contains(instance.id()));
    return instance;
  }

  private HeldStudy hold() throws Exception {
    return here.router.hold("1.2", "wrong patient", "lan").orElseThrow();
  }

  private void assertNothingWaits() {
    assertThat(here.hub.known()).isEmpty();
    assertThat(here.pacs.known()).isEmpty();
  }

  /** As a process that ended, and the next one before its destinations send. */
  private void beginAnew() throws Exception {
    here.close();
    here.begin(UrgencyRules.BY_PRIORITY);
    here.router.holdBack();
  }

  @Test
  void takesBackWhatIsQueuedAndKeepsWhatComesUntilItIsReleased() throws Exception {
    SpooledInstance first = handedOut("1.2", "1.2.1");
    SpooledInstance other = handedOut("1.3", "1.3.1");

    assertThat(hold()).extracting(HeldStudy::held, HeldStudy::onTheirWay).containsExactly(1L, 0L);
    SpooledInstance later = here.receive("1.2", "1.2.2");
    here.awaitDecided(3);

    assertThat(here.hub.known()).containsExactly(other.id());
    assertThat(here.pacs.known()).containsExactly(other.id());
    assertThat(here.router.kept())
        .allMatch(kept -> kept.why().kind() == Verdict.Kind.HOLD)
        .allMatch(kept -> kept.why().reason().equals("held by lan: wrong patient"))
        .extracting(KeptStudy::instances)
        .containsExactly(2L);

    assertThat(here.router.release("1.2")).isEqualTo(2);
    assertThat(here.hub.known()).containsExactlyInAnyOrder(first.id(), other.id(), later.id());
    assertThat(here.pacs.known()).isEqualTo(here.hub.known());
    SpooledInstance last = handedOut("1.2", "1.2.3");
    assertThat(here.hub.known()).contains(last.id());
  }

  @Test
  void keepsOneCopyOfWhatAModalitySendsAgainMeanwhile() throws Exception {
    SpooledInstance first = handedOut("1.2", "1.2.1");
    hold();
    SpooledInstance again = here.receive("1.2", "1.2.1");
    here.await(() -> !Files.exists(here.spool.file(again.id())));

    assertThat(here.router.release("1.2")).isEqualTo(1);
    assertThat(here.hub.known()).containsExactly(first.id());
  }

  @Test
  void isKnownOfNothingThatIsNotHere() throws Exception {
    assertThat(here.router.hold("1.9", "", "")).isEmpty();
    assertThat(here.holds.all()).isEmpty();
  }

  @Test
  void saysThatAllIsDeliveredAndKeepsWhatStillComes() throws Exception {
    SpooledInstance first = handedOut("1.2", "1.2.1");
    for (GivenDestination one : List.of(here.hub, here.pacs)) {
      one.deliver(List.of(first.id()), Instant.now());
    }

    assertThat(hold()).extracting(HeldStudy::held, HeldStudy::delivered).containsExactly(0L, 1L);
    SpooledInstance late = here.receive("1.2", "1.2.2");
    here.awaitDecided(2);

    assertThat(here.hub.known()).doesNotContain(late.id());
    assertThat(here.router.keeps("1.2")).isTrue();
  }

  @Test
  void letsWhatIsBeingSentArriveAndSendsItNoSecondTime() throws Exception {
    SpooledInstance onItsWay = handedOut("1.2", "1.2.1");
    SpooledInstance waiting = handedOut("1.2", "1.2.2");
    here.hub.send(List.of(onItsWay.id()));

    assertThat(hold()).extracting(HeldStudy::held, HeldStudy::onTheirWay).containsExactly(2L, 1L);
    here.hub.deliver(List.of(onItsWay.id()), Instant.now());
    here.restart();
    assertThat(here.hub.known()).containsExactly(onItsWay.id());
    assertThat(here.pacs.known()).isEmpty();

    assertThat(here.router.release("1.2")).isEqualTo(2);
    assertThat(here.pacs.known()).containsExactly(onItsWay.id(), waiting.id());
    assertThat(here.hub.delivered(here.hub.known())).containsOnlyKeys(onItsWay.id());
  }

  @Test
  void holdsWhatOneDestinationHasAndTheOtherHasNot() throws Exception {
    SpooledInstance instance = handedOut("1.2", "1.2.1");
    here.hub.deliver(List.of(instance.id()), Instant.now());
    hold();
    here.restart();
    here.close();
    here.loseLedger();
    here.begin(UrgencyRules.BY_PRIORITY);
    here.router.start();

    assertThat(here.pacs.known()).isEmpty();
    assertThat(here.decisions().getFirst().kind()).isEqualTo(Verdict.Kind.HOLD);
    here.router.release("1.2");
    assertThat(here.pacs.known()).containsExactly(instance.id());
  }

  @Test
  void staysHeldAfterARestartAndALostLedgerAndLostQueues() throws Exception {
    SpooledInstance instance = handedOut("1.2", "1.2.1");
    hold();
    here.restart();
    assertNothingWaits();

    here.close();
    here.loseLedger();
    here.begin(UrgencyRules.BY_PRIORITY);
    assertThat(here.router.start()).isEqualTo(1);
    assertNothingWaits();

    here.hub.lose(instance.id());
    here.restart();
    assertNothingWaits();
    assertThat(here.router.release("1.2")).isEqualTo(1);
    assertThat(here.hub.known()).containsExactly(instance.id());
  }

  @Test
  void isHeldByTheNextProcessWhenOneEndsBeforeTheLedgerKnows() throws Exception {
    handedOut("1.2", "1.2.1");
    here.holds.put(new StudyHold("1.2", "", "", Instant.now()));

    beginAnew();

    assertNothingWaits();
    here.router.start();
    assertNothingWaits();
    assertThat(here.decisions().getFirst().dispatch().reason()).isEqualTo("held by a person");
  }

  @Test
  void isHeldByTheNextProcessWhenOneEndsBeforeADestinationKnows() throws Exception {
    SpooledInstance instance = handedOut("1.2", "1.2.1");
    hold();
    here.pacs.accept(instance, here.decisions().getFirst().dispatch());

    beginAnew();

    assertNothingWaits();
  }

  @Test
  void isHeldByTheNextProcessWhenTheLedgerIsLostBeforeADestinationKnows() throws Exception {
    handedOut("1.2", "1.2.1");
    here.holds.put(new StudyHold("1.2", "", "", Instant.now()));
    here.close();
    here.loseLedger();
    here.begin(UrgencyRules.BY_PRIORITY);
    here.router.holdBack();
    assertNothingWaits();

    here.router.start();
    assertNothingWaits();
    assertThat(here.router.release("1.2")).isEqualTo(1);
  }

  @Test
  void canBeReleasedAgainWhenTheProcessEndsAfterTheHoldIsGone() throws Exception {
    SpooledInstance instance = handedOut("1.2", "1.2.1");
    hold();
    here.holds.remove("1.2");

    here.restart();

    assertNothingWaits();
    assertThat(here.router.keeps("1.2")).isTrue();
    here.router.release("1.2");
    assertThat(here.hub.known()).containsExactly(instance.id());
  }

  @Test
  void isHandedOutAgainWhenTheProcessEndsInTheMiddleOfTheRelease() throws Exception {
    SpooledInstance instance = handedOut("1.2", "1.2.1");
    hold();
    here.router.release("1.2");
    here.hub.lose(instance.id());
    here.pacs.withdraw("1.2");

    here.restart();

    assertThat(here.hub.known()).containsExactly(instance.id());
    assertThat(here.pacs.known()).containsExactly(instance.id());
  }

  @Test
  void goesByTheRoutesOfThenAndWhereAPersonSentItBefore() throws Exception {
    here.route("routes: [{name: all, send: hub}]");
    here.receive("1.2", "1.2.1");
    here.await(() -> here.hub.known().size() == 1);
    here.router.send("1.2", Set.of("pacs"), Optional.empty());
    hold();
    here.route("routes: [{name: none of it, drop: not wanted}]");

    assertThat(here.router.release("1.2")).isEqualTo(1);

    assertThat(here.hub.known()).isEmpty();
    assertThat(here.pacs.known()).hasSize(1);
    assertThat(here.decisions().getFirst().asked()).containsExactly("pacs");
  }

  @Test
  void isNotSentBeforeItIsReleased() throws Exception {
    handedOut("1.2", "1.2.1");
    hold();
    assertThatThrownBy(() -> here.router.send("1.2", Optional.empty()))
        .isInstanceOf(HeldBackException.class)
        .hasMessageContaining("is held by lan: wrong patient")
        .hasMessageContaining("gateway spoke study release 1.2");
    assertThatThrownBy(() -> here.router.send("1.2", Set.of("pacs"), Optional.empty()))
        .isInstanceOf(HeldBackException.class);
    assertThatThrownBy(() -> here.router.hurry("1.2", Set.of(), Urgency.STAT))
        .isInstanceOf(HeldBackException.class);
    assertNothingWaits();
  }

  @Test
  void makesWhatWaitsUrgentAndRemembersIt() throws Exception {
    SpooledInstance instance = handedOut("1.2", "1.2.1");
    handedOut("1.3", "1.3.1");

    assertThat(here.router.hurry("1.2", Set.of("pacs"), Urgency.STAT)).isEqualTo(1);
    assertThat(here.hub.dispatch(instance.id()).urgency()).isEqualTo(Urgency.NORMAL);
    assertThat(here.router.hurry("1.2", Set.of(), Urgency.STAT)).isEqualTo(1);
    assertThat(here.router.hurry("1.9", Set.of(), Urgency.STAT)).isZero();

    here.hub.lose(instance.id());
    here.restart();
    assertThat(here.hub.dispatch(instance.id()).urgency()).isEqualTo(Urgency.STAT);
  }

  @Test
  void doesNotStartWithAFileThatDoesNotTellWhatIsHeld() throws Exception {
    Path file = Files.writeString(directory.resolve("broken.json"), "[{");
    assertThatThrownBy(() -> StudyHolds.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("broken.json does not tell any more which studies are held back");
  }
}
