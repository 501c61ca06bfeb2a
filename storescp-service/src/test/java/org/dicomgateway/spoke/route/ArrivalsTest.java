package org.dicomgateway.spoke.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.dicomgateway.spoke.route.rule.RouteTable.Release;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What comes faster than it can be written down. */
@Timeout(60)
class ArrivalsTest {
  private static final int CAPACITY = 2;

  @TempDir private Path directory;
  private RoutedSpool here;
  private Decider decider;
  private Arrivals arrivals;
  private Optional<Thread> worker = Optional.empty();
  private int count;

  @BeforeEach
  void open() throws Exception {
    here = new RoutedSpool(directory);
    here.route("routes: [{name: both, send: [hub, pacs]}]");
    decider =
        new Decider(
            here.spool,
            here.routes,
            UrgencyRules.BY_PRIORITY,
            _ -> Optional.empty(),
            here.holds,
            here.ledger::count);
    HandOut handOut = new HandOut(here.destinations);
    arrivals =
        new Arrivals(
            CAPACITY,
            here.spool,
            here.ledger,
            decider,
            handOut,
            new Repeats(here.ledger, here.destinations),
            new Reconciliation(
                here.spool,
                here.ledger,
                decider,
                here.destinations,
                handOut,
                new HoldingBack(here.holds, here.ledger, here.destinations)),
            new ReentrantLock());
  }

  @AfterEach
  void close() throws Exception {
    if (worker.isPresent()) {
      worker.get().interrupt();
      worker.get().join();
    }
    here.close();
  }

  private void work() {
    worker = Optional.of(Thread.startVirtualThread(arrivals::work));
  }

  private SpooledInstance arrive() throws Exception {
    SpooledInstance instance = here.store("1.2", "1.2." + ++count);
    arrivals.put(decider.decide(instance, Release.NOT_RELEASED));
    return instance;
  }

  private List<String> arrive(int instances) throws Exception {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < instances; i++) {
      ids.add(arrive().id());
    }
    return ids;
  }

  private void awaitHandedOut(List<String> ids) throws InterruptedException {
    here.await(() -> here.hub.known().containsAll(ids) && here.pacs.known().containsAll(ids));
  }

  @Test
  void takesUpFromTheSpoolWhatItHadNoRoomFor() throws Exception {
    List<String> ids = arrive(5 * CAPACITY);
    work();
    awaitHandedOut(ids);
    assertThat(here.decisions()).extracting(Decision::id).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(here.hub.known()).hasSize(ids.size());
  }

  @Test
  void doesNotWaitForSilenceToTakeItUp() throws Exception {
    List<String> ids = arrive(5 * CAPACITY);
    work();
    while (!here.hub.known().containsAll(ids) || !here.pacs.known().containsAll(ids)) {
      arrive();
      LockSupport.parkNanos(20_000_000);
    }
    here.awaitDecided(count);
  }

  @Test
  void takesNothingTwiceThatWasFoundInTheSpoolMeanwhile() throws Exception {
    SpooledInstance instance = here.store("1.2", "1.2.1");
    arrivals.lookThrough();
    work();
    awaitHandedOut(List.of(instance.id()));
    here.route("routes: []");

    arrivals.put(decider.decide(instance, Release.NOT_RELEASED));
    count = 1;
    here.route("routes: [{name: hub, send: hub}]");
    awaitHubHas(arrive().id());

    assertThat(here.decisions()).hasSize(2);
    assertThat(here.decisions().getFirst().destinations()).containsExactly("hub", "pacs");
  }

  private void awaitHubHas(String id) throws InterruptedException {
    here.await(() -> here.hub.known().contains(id));
  }
}
