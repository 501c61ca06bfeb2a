package org.dicomgateway.spoke.forward;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is counted on the way to the hub. */
final class ForwardMetrics {
  private final MeterRegistry registry;
  private final Counter sentBytes;
  private final Counter delivered;
  private final Counter retries;

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
    retries =
        Counter.builder("gateway.forward.retries")
            .description("Attempts to deliver a pack that failed")
            .register(registry);
  }

  /** Watches what is not delivered yet. */
  void watch(QueueReport report) {
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

  void delivered(int instances) {
    delivered.increment(instances);
  }

  void retried() {
    retries.increment();
  }
}
