package org.dicomgateway.spoke.destination;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;

/** All destinations there are, which may change while instances come and go. Thread-safe. */
public final class Destinations implements AutoCloseable {
  private final Map<String, Destination> byName = new ConcurrentSkipListMap<>();
  private final DestinationMetrics metrics;

  /**
   * @param registry to which each tells how it stands
   */
  public Destinations(MeterRegistry registry) {
    this.metrics = new DestinationMetrics(registry);
  }

  /** Takes up a destination, in the place of any that had its name. */
  public void put(Destination destination) {
    byName.put(destination.name(), destination);
    metrics.watch(destination);
  }

  /** Takes one out; it goes on until it is closed. */
  public Optional<Destination> remove(String name) {
    metrics.forget(name);
    return Optional.ofNullable(byName.remove(name));
  }

  /** Empty if there is none of that name, or no longer. */
  public Optional<Destination> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** By name. */
  public List<Destination> all() {
    return List.copyOf(byName.values());
  }

  public Set<String> names() {
    return new TreeSet<>(byName.keySet());
  }

  /** Closes all of them. */
  @Override
  public void close() {
    byName.values().forEach(Destination::close);
  }
}
