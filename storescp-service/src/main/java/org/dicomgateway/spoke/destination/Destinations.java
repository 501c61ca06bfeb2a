package org.dicomgateway.spoke.destination;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;

/** All destinations there are, which may change while instances come and go. Thread-safe. */
public final class Destinations implements AutoCloseable {
  private final Map<String, Destination> byName = new ConcurrentSkipListMap<>();

  /** Takes up a destination; whoever had its name before is returned, and no longer there. */
  public Optional<Destination> put(Destination destination) {
    return Optional.ofNullable(byName.put(destination.name(), destination));
  }

  /** Takes one out; it goes on until it is closed. */
  public Optional<Destination> remove(String name) {
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
