package org.dicomgateway.spoke.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dicomgateway.spoke.route.Studies.Undelivered;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StudiesTest {
  private static final StudyFilter ALL =
      new StudyFilter(Optional.empty(), Optional.empty(), Optional.empty(), 100);

  @TempDir private Path directory;
  private RoutedSpool here;
  private Studies studies;

  @BeforeEach
  void open() throws Exception {
    here = new RoutedSpool(directory);
    here.route("routes: [{name: both, send: [hub, pacs]}]");
    here.router.start();
    studies = new Studies(here.ledger, here.destinations, here.spool, here.holds);
  }

  @AfterEach
  void close() throws Exception {
    here.close();
  }

  private SpooledInstance receive(String study, String sop) throws Exception {
    SpooledInstance instance = here.receive(study, sop);
    here.await(() -> here.pacs.known().contains(instance.id()));
    return instance;
  }

  private Map<Standing, Integer> standings() {
    return studies.list(ALL).getFirst().standings();
  }

  @Test
  void isDeliveredWhenEveryDestinationHasIt() throws Exception {
    SpooledInstance instance = receive("1.2", "1.2.1");
    assertThat(standings()).isEqualTo(Map.of(Standing.QUEUED, 1));

    here.hub.deliver(List.of(instance.id()), Instant.now());
    assertThat(standings()).isEqualTo(Map.of(Standing.QUEUED, 1));
    here.pacs.deliver(List.of(instance.id()), Instant.now());
    assertThat(standings()).isEqualTo(Map.of(Standing.DELIVERED, 1));
  }

  @Test
  void listsTheLatestFirstAndNoMoreThanAskedFor() throws Exception {
    receive("1.2", "1.2.1");
    receive("1.3", "1.3.1");
    receive("1.2", "1.2.2");

    assertThat(studies.list(ALL))
        .extracting(StudySummary::studyInstanceUid)
        .containsExactly("1.2", "1.3");
    assertThat(studies.list(ALL).getFirst().instances()).isEqualTo(2);
    StudyFilter one = new StudyFilter(Optional.empty(), Optional.empty(), Optional.empty(), 1);
    assertThat(studies.list(one)).hasSize(1);
    StudyFilter later =
        new StudyFilter(
            Optional.empty(), Optional.of(Instant.now().plusSeconds(9)), Optional.empty(), 9);
    assertThat(studies.list(later)).isEmpty();
  }

  @Test
  void deletesOnlyWhatEveryDestinationHasUnlessToldTo() throws Exception {
    SpooledInstance one = receive("1.2", "1.2.1");
    SpooledInstance other = receive("1.2", "1.2.2");
    here.hub.deliver(List.of(one.id(), other.id()), Instant.now());
    here.pacs.deliver(List.of(one.id()), Instant.now());

    assertThatThrownBy(() -> studies.delete("1.2", Undelivered.KEEP))
        .isInstanceOf(UndeliveredException.class)
        .hasMessageContaining("1 of 2 instances of study 1.2 would be lost");
    assertThat(here.spool.ids()).hasSize(2);

    here.pacs.deliver(List.of(other.id()), Instant.now());
    assertThat(studies.delete("1.2", Undelivered.KEEP)).isEqualTo(2);
    assertThat(here.spool.ids()).isEmpty();
    assertThat(here.decisions()).isEmpty();
    assertThat(here.hub.known()).isEmpty();
    assertThat(studies.show("1.2")).isEmpty();
  }
}
