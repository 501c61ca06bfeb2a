package org.dicomgateway.spoke.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.DestinationFactory;
import org.dicomgateway.spoke.destination.DestinationSettings;
import org.dicomgateway.spoke.forward.ForwardSettings;
import org.dicomgateway.spoke.forward.Forwarder;
import org.dicomgateway.spoke.prepare.Preparer;
import org.dicomgateway.spoke.send.Couriers;
import org.dicomgateway.spoke.spool.Spool;

/** Opens destinations beside the hub of the settings, each with a queue in {@code queues/}. */
final class SpokeDestinations implements DestinationFactory {
  private final Path queues;
  private final Spool spool;
  private final SpokeSettings settings;
  private final Couriers couriers;

  SpokeDestinations(DataFolder data, Spool spool, SpokeSettings settings, MeterRegistry registry)
      throws IOException {
    this.queues = data.queues();
    this.spool = spool;
    this.settings = settings;
    this.couriers = new Couriers(spool, queues, settings.forward().site(), registry);
  }

  @Override
  public Destination open(DestinationSettings wanted) throws IOException {
    return wanted instanceof DestinationSettings.Hub hub ? hub(hub) : couriers.open(wanted);
  }

  /** What the first hub tells in figures of packs and line is told of the first hub alone. */
  private Destination hub(DestinationSettings.Hub hub) throws IOException {
    MeterRegistry untold = new SimpleMeterRegistry();
    Preparer preparer =
        Preparer.open(
            prepared(hub.name()), spool, settings.forward().site(), settings.prepare(), untold);
    return Forwarder.open(
        queues.resolve(hub.name() + ".db"),
        spool,
        new ForwardSettings(
            hub.name(),
            hub.url(),
            hub.site(),
            hub.token().reveal(),
            settings.forward().packsInFlight(),
            hub.authorities(),
            hub.proxy(),
            hub.limits()),
        preparer,
        untold);
  }

  private Path prepared(String name) {
    return queues.resolve(name + ".prepared");
  }

  @Override
  public Set<String> kept() throws IOException {
    try (Stream<Path> all = Files.list(queues)) {
      return all.map(path -> path.getFileName().toString().replaceFirst("\\..*", ""))
          .collect(Collectors.toSet());
    }
  }

  @Override
  public void discard(String name) throws IOException {
    for (String suffix : List.of(".db", ".db-wal", ".db-shm", ".prepared", ".changed")) {
      delete(queues.resolve(name + suffix));
    }
  }

  private static void delete(Path path) throws IOException {
    if (Files.exists(path)) {
      try (Stream<Path> all = Files.walk(path)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
  }
}
