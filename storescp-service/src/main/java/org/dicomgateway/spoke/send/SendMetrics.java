package org.dicomgateway.spoke.send;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
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
