package org.dicomgateway.hub.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.dicomgateway.transfer.Receipt;
import org.dicomgateway.transfer.Receipt.InstanceReceipt;

/** What ingest counts, by site. Thread-safe. */
final class IngestMetrics {
  private final MeterRegistry registry;

  IngestMetrics(MeterRegistry registry, Supplier<Number> uploads) {
    this.registry = registry;
    Gauge.builder("gateway.uploads", uploads)
        .description("uploads that are not archived yet, rejected ones included")
        .register(registry);
  }

  void archived(String site, Receipt receipt, long bytes, Duration took) {
    counter("gateway.packs", "packs that were archived or rejected", site, "archived").increment();
    Counter.builder("gateway.pack.bytes")
        .description("bytes of archived packs")
        .baseUnit("bytes")
        .tag("site", site)
        .register(registry)
        .increment(bytes);
    for (InstanceReceipt instance : receipt.instances()) {
      String outcome = instance.outcome().name().toLowerCase(Locale.ROOT);
      counter("gateway.instances", "instances of archived packs", site, outcome).increment();
    }
    Timer.builder("gateway.ingest")
        .description("from the last byte of a pack to its receipt")
        .register(registry)
        .record(took);
  }

  void rejected(String site) {
    counter("gateway.packs", "packs that were archived or rejected", site, "rejected").increment();
  }

  void failed(String site) {
    counter("gateway.ingest.failures", "attempts that are made again", site, "failed").increment();
  }

  private Counter counter(String name, String description, String site, String outcome) {
    return Counter.builder(name)
        .description(description)
        .tag("site", site)
        .tag("outcome", outcome)
        .register(registry);
  }
}
