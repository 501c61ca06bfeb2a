package org.dicomgateway.spoke.send;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.dicomgateway.spoke.destination.DeliveryState;
import org.dicomgateway.spoke.destination.DestinationStatus;
import org.dicomgateway.spoke.destination.Health;
import org.dicomgateway.spoke.spool.SpooledInstance;

/** What is counted on the way to a destination; gone with it. */
final class SendMetrics implements AutoCloseable {
  private static final String DESTINATION = "destination";

  private final MeterRegistry registry;
  private final String name;
  private final List<Meter> meters = new ArrayList<>();
  private final Counter delivered;
  private final Counter deliveredBytes;
  private final Counter sentBytes;
  private final Counter retries;

  SendMetrics(MeterRegistry registry, String name) {
    this.registry = registry;
    this.name = name;
    delivered = counter("delivered", "Instances that the destination has taken", "instances");
    deliveredBytes = counter("delivered.raw", "Their bytes, as they were received", "bytes");
    sentBytes = counter("sent", "Bytes given to the network, repeated ones too", "bytes");
    retries = counter("retries", "Attempts to deliver an instance that failed", null);
  }

  /**
   * @param unit null if it counts events
   */
  private Counter counter(String what, String description, String unit) {
    Counter counter =
        Counter.builder("gateway.send." + what)
            .tag(DESTINATION, name)
            .description(description)
            .baseUnit(unit)
            .register(registry);
    meters.add(counter);
    return counter;
  }

  /** Watches what is not delivered yet. */
  void watch(Supplier<DestinationStatus> status) {
    gauge(
        "up",
        "1 while the destination takes instances",
        () -> status.get().health().state() == Health.State.UP ? 1 : 0);
    gauge(
        "parked.instances",
        "Instances that wait for a person",
        () -> status.get().instances().get(DeliveryState.PARKED).count());
    gauge(
        "backlog.instances",
        "Instances that are to be delivered",
        () -> status.get().backlog().count());
    gauge(
        "backlog.bytes",
        "Bytes of the instances that are to be delivered",
        () -> status.get().backlog().bytes());
    gauge(
        "backlog.age.seconds",
        "How long the oldest instance waits",
        () ->
            status
                .get()
                .oldestWaiting()
                .map(since -> Duration.between(since, Instant.now()).toMillis() / 1e3)
                .orElse(0.0));
  }

  private void gauge(String what, String description, Supplier<Number> value) {
    meters.add(
        Gauge.builder("gateway.send." + what, value)
            .tag(DESTINATION, name)
            .description(description)
            .register(registry));
  }

  void sent(long bytes) {
    sentBytes.increment(bytes);
  }

  void delivered(SpooledInstance instance) {
    delivered.increment();
    deliveredBytes.increment(instance.length());
  }

  void retried() {
    retries.increment();
  }

  @Override
  public void close() {
    meters.forEach(registry::remove);
  }
}
