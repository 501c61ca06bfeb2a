package org.dicomgateway.spoke.destination;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/** How each destination stands, in figures. Thread-safe. */
final class DestinationMetrics {
  private final MeterRegistry registry;
  private final Map<String, List<Meter>> meters = new ConcurrentHashMap<>();

  DestinationMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void watch(Destination destination) {
    forget(destination.name());
    meters.put(
        destination.name(),
        List.of(
            gauge(
                destination,
                "up",
                "1 if it can be reached and is not paused",
                "",
                status -> status.health().state() == Health.State.UP ? 1 : 0),
            gauge(
                destination,
                "backlog.instances",
                "To be delivered yet, parked ones aside",
                "",
                status -> status.backlog().count()),
            gauge(
                destination,
                "backlog",
                "Of them, as they were received",
                "bytes",
                status -> status.backlog().bytes()),
            gauge(
                destination,
                "backlog.age",
                "How long the oldest of them waits",
                "seconds",
                status -> age(status.oldestWaiting())),
            gauge(
                destination,
                "parked.instances",
                "Wait for a person",
                "",
                status -> status.instances().get(DeliveryState.PARKED).count())));
  }

  private Meter gauge(
      Destination destination,
      String name,
      String description,
      String unit,
      ToDoubleFunction<DestinationStatus> figure) {
    return Gauge.builder(
            "gateway.destination." + name, () -> figure.applyAsDouble(destination.status()))
        .tag("destination", destination.name())
        .description(description)
        .baseUnit(unit.isEmpty() ? null : unit)
        .register(registry);
  }

  private static double age(Optional<Instant> since) {
    return since.map(time -> Duration.between(time, Instant.now()).toMillis() / 1e3).orElse(0.0);
  }

  void forget(String name) {
    List<Meter> its = meters.remove(name);
    if (its != null) {
      its.forEach(registry::remove);
    }
  }
}
