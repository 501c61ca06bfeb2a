package org.dicomgateway.spoke.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dicomgateway.dimse.service.Priority;
import org.dicomgateway.spoke.change.Origin;
import org.dicomgateway.spoke.spool.Sender;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Copies of the same bytes are changed alike, whichever is sent where and when. */
@Timeout(60)
class OriginTest {
  private static final String RENAMED =
      "routes: [{ name: renamed, set: { InstitutionName: X }, send: [hub, pacs] }]";
  private static final String TO_THE_HUB =
      "routes: [{ name: renamed, set: { InstitutionName: X }, send: hub }]";

  @TempDir Path directory;
  private RoutedSpool here;

  @BeforeEach
  void open() throws Exception {
    here = new RoutedSpool(directory);
  }

  @AfterEach
  void close() throws Exception {
    here.close();
  }

  private SpooledInstance store(String callingAet) throws IOException {
    return SpoolFixture.store(
        here.spool,
        SpoolFixture.image("1.2", "1.2.3", 100),
        new Sender(callingAet, "GATEWAY", "10.0.0.7"),
        Priority.MEDIUM);
  }

  /** Sends it on after what came before was delivered, for else one copy would be enough. */
  private SpooledInstance receive(String callingAet) throws Exception {
    for (SpooledInstance before : here.decisions().stream().map(this::read).toList()) {
      here.hub.deliver(List.of(before.id()), before.receivedAt());
      here.pacs.deliver(List.of(before.id()), before.receivedAt());
    }
    SpooledInstance instance = store(callingAet);
    here.router.route(instance);
    here.await(() -> here.hub.known().contains(instance.id()));
    return instance;
  }

  private SpooledInstance read(Decision decision) {
    try {
      return here.spool.read(decision.id());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void assertChangedAs(SpooledInstance instance, SpooledInstance first) {
    Optional<Origin> origin =
        Optional.of(new Origin(first.sender().callingAet(), first.receivedAt()));
    assertThat(here.hub.dispatch(instance.id()).origin()).isEqualTo(origin);
  }

  @Test
  void aCopyFromElsewhereIsChangedAsTheFirstEverywhere() throws Exception {
    here.route(RENAMED);
    here.router.start();
    SpooledInstance first = receive("CT1");
    SpooledInstance again = receive("WORKSTATION");

    assertChangedAs(first, first);
    assertChangedAs(again, first);
    here.await(() -> here.pacs.known().size() == 2);
    assertThat(here.pacs.dispatch(again.id())).isEqualTo(here.hub.dispatch(again.id()));
  }

  @Test
  void itIsSoOfCopiesThatAreTakenUpTogetherAndAfterTheFirstIsDeleted() throws Exception {
    here.route(RENAMED);
    SpooledInstance first = store("CT1");
    SpooledInstance second = store("CT2");
    here.router.start();
    assertChangedAs(first, first);
    assertChangedAs(second, first);

    here.spool.remove(first.id());
    here.ledger.forget(List.of(first.id()));
    assertChangedAs(receive("CT3"), first);
    here.restart();
    assertChangedAs(receive("CT4"), first);
  }

  @Test
  void itIsSoForADestinationThatIsNamedLaterAndWhenTheLedgerIsLost() throws Exception {
    here.route(TO_THE_HUB);
    here.router.start();
    SpooledInstance first = receive("CT1");
    SpooledInstance again = receive("CT2");
    here.close();
    here.loseLedger();
    here.begin(UrgencyRules.BY_PRIORITY);
    here.router.start();

    here.router.send("1.2", Set.of("pacs"), Optional.empty());

    for (SpooledInstance instance : List.of(first, again)) {
      assertThat(here.pacs.dispatch(instance.id()).origin())
          .isEqualTo(here.hub.dispatch(instance.id()).origin())
          .hasValue(new Origin("CT1", first.receivedAt()));
    }
  }

  @Test
  void whatIsNotChangedHasNone() throws Exception {
    here.router.start();
    SpooledInstance instance = here.receive("1.2", "1.2.3");
    here.await(() -> here.hub.known().contains(instance.id()));
    assertThat(here.hub.dispatch(instance.id()).origin()).isEmpty();
  }
}
