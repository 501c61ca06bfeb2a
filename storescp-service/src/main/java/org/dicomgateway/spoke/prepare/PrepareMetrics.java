package org.dicomgateway.spoke.prepare;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** What is counted while instances are prepared. */
final class PrepareMetrics {
  private final MeterRegistry registry;
  private final Counter received;
  private final Counter prepared;
  private final Counter changed;

  PrepareMetrics(MeterRegistry registry, Gain gain, PreparedFolder folder) {
    this.registry = registry;
    received =
        Counter.builder("gateway.prepare.received")
            .baseUnit("bytes")
            .description("Bytes of the instances that were prepared, as they were received")
            .register(registry);
    prepared =
        Counter.builder("gateway.prepare.prepared")
            .baseUnit("bytes")
            .description("Bytes of the same instances as they are sent")
            .register(registry);
    changed =
        Counter.builder("gateway.prepare.changed")
            .baseUnit("instances")
            .description("Instances whose attributes were changed as a rule says")
            .register(registry);
    Gauge.builder("gateway.prepare.coder.rate", gain::bytesPerSecond)
        .baseUnit("bytes_per_second")
        .description("What the coder takes, all its workers together")
        .register(registry);
    Gauge.builder("gateway.prepare.folder", folder::bytes)
        .baseUnit("bytes")
        .description("What prepared files take of the disk")
        .register(registry);
  }

  void changed() {
    changed.increment();
  }

  void prepared(long from, long to) {
    received.increment(from);
    prepared.increment(to);
  }

  void skipped(String reason) {
    Counter.builder("gateway.prepare.skipped")
        .baseUnit("instances")
        .description("Instances that go as they were received")
        .tag("reason", reason.toLowerCase(Locale.ROOT))
        .register(registry)
        .increment();
  }
}
