package org.dicomgateway.spoke.route;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.dicomgateway.spoke.destination.Destinations;
import org.dicomgateway.spoke.destination.GivenDestination;
import org.dicomgateway.spoke.route.rule.RouteFileException;
import org.dicomgateway.spoke.spool.Sender;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.dicomgateway.spoke.spool.SpooledInstance;

/**
 * A spool with its ledger and two destinations in memory, which survive what a process does not.
 */
final class RoutedSpool implements AutoCloseable {
  final GivenDestination hub = new GivenDestination("hub");
  final GivenDestination pacs = new GivenDestination("pacs");
  final Destinations destinations = new Destinations(new SimpleMeterRegistry());
  final Spool spool;
  final Routes routes;
  final Path directory;
  StudyHolds holds;
  RouteLedger ledger;
  Router router;

  RoutedSpool(Path directory, Spool spool) throws IOException, SQLException {
    this.directory = directory;
    this.spool = spool;
    destinations.put(hub);
    destinations.put(pacs);
    routes = Routes.open(directory.resolve("routes"), destinations::names);
    begin(UrgencyRules.BY_PRIORITY);
  }

  RoutedSpool(Path directory) throws IOException, SQLException {
    this(directory, Spool.open(Files.createDirectories(directory.resolve("spool")), 0));
  }

  /** As a process begins; nothing is taken up before {@code router.start}. */
  void begin(UrgencyRules urgency) throws IOException, SQLException {
    begin(urgency, _ -> Optional.empty());
  }

  void begin(UrgencyRules urgency, Function<Sender, Optional<String>> doubts)
      throws IOException, SQLException {
    ledger = RouteLedger.open(directory.resolve("routes.db"));
    holds = StudyHolds.open(directory.resolve("holds.json"));
    router = new Router(spool, routes, destinations, ledger, urgency, doubts, holds);
  }

  /** As a process ends and the next one begins. */
  int restart() throws IOException, SQLException, InterruptedException {
    close();
    begin(UrgencyRules.BY_PRIORITY);
    return router.start();
  }

  void route(String text) throws IOException, RouteFileException {
    routes.change(text, "test", "");
  }

  SpooledInstance receive(String study, String sop) throws IOException {
    SpooledInstance instance = store(study, sop);
    router.route(instance);
    return instance;
  }

  /** Without handing it on: the process ends at the acknowledgement. */
  SpooledInstance store(String study, String sop) throws IOException {
    return SpoolFixture.store(spool, study, sop, 100);
  }

  void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(5);
    }
  }

  void awaitDecided(int instances) throws InterruptedException {
    await(() -> ledger.ids().size() == instances);
  }

  List<Decision> decisions() {
    return ledger.after("", 1_000);
  }

  /** Loses the ledger; the process has ended. */
  void loseLedger() throws IOException {
    for (String suffix : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(directory.resolve("routes.db" + suffix));
    }
  }

  @Override
  public void close() throws SQLException {
    router.close();
    ledger.close();
  }
}
