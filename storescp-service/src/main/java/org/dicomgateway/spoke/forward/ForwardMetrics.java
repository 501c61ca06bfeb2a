package org.dicomgateway.spoke.forward;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is counted on the way to the hub. */
final class ForwardMetrics {
  /** From a live image on a good line to a line that was down for three days. */
  private static final Duration[] DELIVERY =
      Stream.of(1, 2, 5, 10, 30, 60, 120, 300, 900, 3_600, 21_600, 86_400, 259_200)
          .map(Duration::ofSeconds)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final Counter sentBytes;
  private final Counter delivered;
  private final Counter deliveredBytes;
  private final Counter retries;
  private final Timer delivery;

  ForwardMetrics(MeterRegistry registry) {
    this.registry = registry;
    sentBytes =
        Counter.builder("gateway.forward.sent")
            .baseUnit("bytes")
            .description("Bytes of packs given to the network, repeated ones too")
            .register(registry);
    delivered =
        Counter.builder("gateway.forward.delivered")
            .baseUnit("instances")
            .description("Instances that the hub has given a receipt for")
            .register(registry);
    deliveredBytes =
        Counter.builder("gateway.forward.delivered.raw")
            .baseUnit("bytes")
            .description("Bytes of the instances delivered, as they were received")
            .register(registry);
    delivery =
        Timer.builder("gateway.forward.delivery")
            .description("From an instance's acknowledgement to the hub's receipt")
            .serviceLevelObjectives(DELIVERY)
            .register(registry);
    retries =
        Counter.builder("gateway.forward.retries")
            .description("Attempts to deliver a pack that failed")
            .register(registry);
  }

  /** Watches what is not delivered yet. */
  void watch(QueueReport report, Line line, Pause pause) {
    Gauge.builder("gateway.forward.line.up", () -> line.status().state() == Line.State.UP ? 1 : 0)
        .description("1 while the hub can be reached and accepts the token")
        .register(registry);
    Gauge.builder("gateway.forward.paused", () -> pause.since().isPresent() ? 1 : 0)
        .description("1 while a person has stopped the sending")
        .register(registry);
    Gauge.builder("gateway.forward.parked.instances", report::parkedCount)
        .description("Instances that wait for a person")
        .register(registry);
    Gauge.builder("gateway.forward.backlog.instances", () -> report.backlog().count())
        .description("Instances without a receipt")
        .register(registry);
    Gauge.builder("gateway.forward.backlog", () -> report.backlog().bytes())
        .baseUnit("bytes")
        .description("Bytes of the instances without a receipt")
        .register(registry);
    Gauge.builder("gateway.forward.backlog.age", () -> age(report.oldestWaiting()))
        .baseUnit("seconds")
        .description("How long the oldest instance waits for its receipt")
        .register(registry);
  }

  private static double age(Optional<Instant> since) {
    return since.map(time -> Duration.between(time, Instant.now()).toMillis() / 1e3).orElse(0.0);
  }

  void sent(long bytes) {
    sentBytes.increment(bytes);
  }

  void delivered(List<QueuedPacks.Delivered> instances) {
    delivered.increment(instances.size());
    for (QueuedPacks.Delivered instance : instances) {
      deliveredBytes.increment(instance.length());
      delivery.record(instance.took());
    }
  }

  void retried() {
    retries.increment();
  }
}
