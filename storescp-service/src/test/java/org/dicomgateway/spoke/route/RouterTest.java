package org.dicomgateway.spoke.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dimse.service.Priority;
import org.dicomgateway.spoke.destination.Dispatch;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.route.rule.Verdict;
import org.dicomgateway.spoke.spool.Sender;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class RouterTest {
  private static final String BOTH = "routes: [{name: both, send: [hub, pacs], urgency: stat}]";
  private static final String HELD = "routes: [{name: kept, hold: wait for the doctor, send: hub}]";

  @TempDir private Path directory;
  private RoutedSpool here;

  @BeforeEach
  void open() throws Exception {
    here = new RoutedSpool(directory);
  }

  @AfterEach
  void close() throws Exception {
    here.close();
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
    here.close();
    here.begin(new UrgencyRules(Set.of("ER"), Set.of("ARCHIVE")));
    here.router.start();
    SpooledInstance instance =
        SpoolFixture.store(
            here.spool,
            SpoolFixture.image("1.2", "1.2.3", 9),
            new Sender(sender, "GATEWAY", "10.0.0.7"),
            priority);
    here.router.route(instance);
    here.await(() -> here.hub.known().contains(instance.id()));

    Dispatch dispatch = here.hub.dispatch(instance.id());
    assertThat(dispatch.urgency()).isEqualTo(urgency);
    assertThat(dispatch.reason()).isEqualTo("by 'everything to the hub'; " + why);
    assertThat(here.pacs.known()).isEmpty();
    assertThat(here.decisions().getFirst().callingAet()).isEqualTo(sender);
  }

  @Test
  void remembersWhatWasDecidedAndHandsItToEveryDestination() throws Exception {
    here.route(BOTH);
    here.router.start();
    SpooledInstance instance = here.receive("1.2", "1.2.3");
    here.await(() -> here.hub.known().size() + here.pacs.known().size() == 2);

    Decision decision = here.router.decisions("1.2").getFirst();
    assertThat(decision.id()).isEqualTo(instance.id());
    assertThat(decision.kind()).isEqualTo(Verdict.Kind.SEND);
    assertThat(decision.destinations()).containsExactly("hub", "pacs");
    assertThat(decision.rules()).containsExactly("both");
    assertThat(decision.routes()).isEqualTo(1);
    assertThat(decision.receivedAt()).isEqualTo(instance.receivedAt());
    assertThat(decision.sha256()).isEqualTo(instance.sha256());
    assertThat(decision.dispatch()).isEqualTo(here.hub.dispatch(instance.id()));
    assertThat(here.pacs.dispatch(instance.id())).isEqualTo(decision.dispatch());
  }

  @Test
  void keepsWhatTheHeaderSaysOfThePatient() throws Exception {
    here.router.start();
    Attributes image =
        SpoolFixture.image("1.2", "1.2.3", 9)
            .setString(Tag.PatientID, VR.LO, "P1")
            .setString(Tag.Modality, VR.CS, "CT");
    here.router.route(SpoolFixture.store(here.spool, image));
    here.awaitDecided(1);

    Decision decision = here.decisions().getFirst();
    assertThat(decision.patient()).isEqualTo(new Decision.Patient("P1", "Nguyen^Van An"));
    assertThat(decision.modality()).isEqualTo("CT");
  }

  @Test
  void whatIsKeptStaysKeptByTheDecisionOfThen() throws Exception {
    here.route(HELD);
    here.router.start();
    here.receive("1.2", "1.2.3");
    here.awaitDecided(1);
    here.route(BOTH);

    assertThat(here.restart()).isZero();

    assertThat(here.hub.known()).isEmpty();
    KeptStudy kept = here.router.kept().getFirst();
    assertThat(kept.why().kind()).isEqualTo(Verdict.Kind.HOLD);
    assertThat(kept.why().reason()).isEqualTo("held by 'kept': wait for the doctor");
    assertThat(here.router.release("1.2")).isEqualTo(1);
    assertThat(here.router.kept()).isEmpty();
    assertThat(here.hub.known()).hasSize(1);
    assertThat(here.pacs.known()).hasSize(1);
  }

  @Test
  void holdsWhatASenderThatIsDoubtedSendsUntilItIsReleased() throws Exception {
    here.close();
    here.begin(UrgencyRules.BY_PRIORITY, sender -> Optional.of("unknown modality " + sender));
    here.router.start();
    here.receive("1.2", "1.2.3");
    here.awaitDecided(1);

    assertThat(here.router.kept().getFirst().why().reason()).startsWith("unknown modality ");
    assertThat(here.hub.known()).isEmpty();
    assertThat(here.router.release("1.2")).isEqualTo(1);
    assertThat(here.hub.known()).hasSize(1);
  }

  @Test
  void sendsAStudyToADestinationMore() throws Exception {
    here.router.start();
    here.receive("1.2", "1.2.3");
    here.receive("1.2", "1.2.4");
    here.await(() -> here.hub.known().size() == 2);

    assertThat(here.router.send("1.2", Set.of("pacs"), Optional.empty())).isEqualTo(2);
    assertThat(here.router.send("1.2", Set.of("pacs"), Optional.empty())).isZero();

    assertThat(here.pacs.known()).isEqualTo(here.hub.known());
    assertThat(here.decisions().getFirst().destinations()).containsExactly("hub", "pacs");
    assertThat(here.decisions().getFirst().dispatch().reason()).endsWith("a person said so");
  }

  @Test
  void keepsOneCopyOfWhatComesAgainWhileItIsOnItsWay() throws Exception {
    here.router.start();
    SpooledInstance first = here.receive("1.2", "1.2.3");
    here.await(() -> here.hub.known().size() == 1);
    SpooledInstance again = here.receive("1.2", "1.2.3");
    here.await(() -> !Files.exists(here.spool.file(again.id())));
    assertThat(here.ledger.ids()).containsExactly(first.id());

    here.hub.deliver(List.of(first.id()), first.receivedAt());
    SpooledInstance later = here.receive("1.2", "1.2.3");
    here.await(() -> here.hub.known().contains(later.id()));
  }

  @Test
  void keepsWhatComesAgainForADestinationThatHasItNot() throws Exception {
    here.router.start();
    here.receive("1.2", "1.2.3");
    here.await(() -> here.hub.known().size() == 1);
    here.route(BOTH);
    SpooledInstance again = here.receive("1.2", "1.2.3");

    here.await(() -> here.pacs.known().contains(again.id()));
    assertThat(here.spool.ids()).hasSize(2);
  }
}
