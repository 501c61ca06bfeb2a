package org.dicomgateway.spoke.forward;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What is counted on the way to the hub. */
final class ForwardMetrics {
  private final Counter sentBytes;
  private final Counter delivered;
  private final Counter retries;

  ForwardMetrics(MeterRegistry registry) {
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
