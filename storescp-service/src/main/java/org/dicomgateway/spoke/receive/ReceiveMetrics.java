package org.dicomgateway.spoke.receive;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What is counted while receiving. */
final class ReceiveMetrics {
  private static final Duration[] ACKNOWLEDGEMENT =
      Stream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final Counter instances;
  private final Counter bytes;
  private final Counter refused;
  private final Timer acknowledgement;

  ReceiveMetrics(MeterRegistry registry) {
    instances =
        Counter.builder("gateway.receive.instances")
            .description("Instances acknowledged")
            .register(registry);
    bytes =
        Counter.builder("gateway.receive")
            .baseUnit("bytes")
            .description("Bytes of the instances acknowledged")
            .register(registry);
    refused =
        Counter.builder("gateway.receive.refused")
            .baseUnit("instances")
            .description("Instances answered with a failure status")
            .register(registry);
    acknowledgement =
        Timer.builder("gateway.receive.acknowledgement")
            .description("From an instance's last byte until it is durable")
            .serviceLevelObjectives(ACKNOWLEDGEMENT)
            .register(registry);
  }

  void stored(long length, long nanos) {
    instances.increment();
    bytes.increment(length);
    acknowledgement.record(nanos, TimeUnit.NANOSECONDS);
  }

  void refused() {
    refused.increment();
  }
}
