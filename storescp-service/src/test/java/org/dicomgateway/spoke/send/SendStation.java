package org.dicomgateway.spoke.send;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dimse.service.Priority;
import org.dicomgateway.spoke.change.AttributeChanges;
import org.dicomgateway.spoke.destination.DeliveryState;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.DestinationSettings;
import org.dicomgateway.spoke.destination.Dispatch;
import org.dicomgateway.spoke.destination.Health;
import org.dicomgateway.spoke.destination.InstanceProgress;
import org.dicomgateway.spoke.destination.Limits;
import org.dicomgateway.spoke.destination.Timeline;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.spool.IncomingInstance;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.dicomgateway.spoke.spool.SpooledInstance;

/** A spool and a destination, as in a running spoke. */
final class SendStation implements AutoCloseable {
  static final String STUDY = "1.2.3";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final Spool spool;
  private final Path queues;
  private final List<Destination> opened = new ArrayList<>();

  SendStation(Path directory) throws IOException {
    spool = Spool.open(Files.createDirectories(directory.resolve("spool")), 0);
    queues = Files.createDirectories(directory.resolve("queues"));
  }

  Couriers couriers() {
    return new Couriers(spool, queues, "DICOM exchange gateway TEST", registry);
  }

  Destination open(DestinationSettings settings) throws IOException {
    return opened(couriers().open(settings));
  }

  /** A destination with a courier of the test's. */
  Destination open(Courier courier) throws IOException {
    DestinationSettings name =
        new DestinationSettings.Folder(
            "test", Path.of("nowhere"), DestinationSettings.Layout.UID, Limits.NONE);
    return opened(couriers().open(name, courier, Timeline.REAL));
  }

  private Destination opened(Destination destination) {
    opened.add(destination);
    return destination;
  }

  /** A CT of the one study. */
  SpooledInstance receive(String sop) throws IOException {
    return SpoolFixture.store(spool, STUDY, sop, 1000);
  }

  SpooledInstance receive(Attributes dataSet, String syntax, byte[] part10) throws IOException {
    try (IncomingInstance incoming = spool.receive()) {
      incoming.write(part10);
      return incoming.commit(
          SpoolFixture.identity(dataSet), syntax, SpoolFixture.MODALITY, Priority.MEDIUM);
    }
  }

  static Dispatch dispatch(Urgency urgency) {
    return new Dispatch(urgency, Dispatch.Compressing.ALLOWED, "test");
  }

  static Dispatch changing(AttributeChanges changes) {
    return new Dispatch(Urgency.NORMAL, Dispatch.Compressing.ALLOWED, changes, "test");
  }

  SpooledInstance accept(Destination destination, String sop) throws Exception {
    SpooledInstance instance = receive(sop);
    destination.accept(instance, dispatch(Urgency.NORMAL));
    return instance;
  }

  static Map<String, DeliveryState> states(Destination destination) {
    return destination.trace(STUDY).stream()
        .collect(
            Collectors.toMap(
                InstanceProgress::sopInstanceUid, InstanceProgress::state, (a, _) -> a));
  }

  static String note(Destination destination, String sop) {
    return destination.trace(STUDY).stream()
        .filter(instance -> instance.sopInstanceUid().equals(sop))
        .map(InstanceProgress::note)
        .findFirst()
        .orElse("");
  }

  static long count(Destination destination, DeliveryState state) {
    return destination.status().instances().get(state).count();
  }

  static void awaitCount(Destination destination, DeliveryState state, long count) {
    await(
        () -> "%d %s in %s".formatted(count, state, destination.status()),
        () -> count(destination, state) == count);
  }

  /** Returns it as it was then. */
  static Health awaitHealth(Destination destination, Health.State state) {
    AtomicReference<Health> seen = new AtomicReference<>();
    await(
        () -> "%s: %s".formatted(state, destination.status()),
        () -> {
          seen.set(destination.status().health());
          return seen.get().state() == state;
        });
    return seen.get();
  }

  static void await(java.util.function.Supplier<String> what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not in time: " + what.get());
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  @Override
  public void close() {
    opened.forEach(Destination::close);
  }
}
