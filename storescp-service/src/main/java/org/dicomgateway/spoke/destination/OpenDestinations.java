package org.dicomgateway.spoke.destination;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The destinations that are sent to, beside those that cannot be opened now. Not for two threads at
 * a time.
 */
final class OpenDestinations {
  private static final Logger log = LoggerFactory.getLogger(OpenDestinations.class);

  private final Destinations running;
  private final DestinationFactory factory;
  private final Map<String, String> broken = new TreeMap<>();
  private final Instant brokenSince = Instant.now();

  /**
   * @param running to which they are added
   */
  OpenDestinations(Destinations running, DestinationFactory factory) {
    this.running = running;
    this.factory = factory;
  }

  /** Adds them, not started; one that cannot be opened is told. */
  void open(Collection<DestinationSettings> settings) {
    for (DestinationSettings one : settings) {
      try {
        running.put(factory.open(one));
      } catch (IOException e) {
        broken.put(one.name(), e.getMessage());
        log.error(
            "destination '{}' cannot be opened: {}; what goes there is kept",
            one.name(),
            e.getMessage());
      }
    }
  }

  /** How all stand, the hub first, those that cannot be opened among them. */
  List<DestinationStatus> statuses() {
    List<DestinationStatus> all = new ArrayList<>();
    running.all().forEach(one -> all.add(one.status()));
    broken.forEach((name, why) -> all.add(DestinationStatus.broken(name, brokenSince, why)));
    all.sort(
        Comparator.comparing((DestinationStatus one) -> !one.name().equals(Destination.HUB))
            .thenComparing(DestinationStatus::name));
    return all;
  }

  /** The one that is sent to. */
  Optional<Destination> named(String name) {
    return running.named(name);
  }

  /** Forgets one; gives it if it was sent to until now. */
  Optional<Destination> remove(String name) {
    broken.remove(name);
    return running.remove(name);
  }

  /** Sends to these, which {@link #begin} opened. */
  void start(List<Destination> begun) {
    begun.forEach(Destination::start);
    begun.forEach(running::put);
  }

  /**
   * Opens what is new; what is changed is closed first, and opened as it was if that fails.
   *
   * @param before the settings that held until now
   * @throws DestinationConflictException if one cannot be opened; nothing has changed then
   */
  List<Destination> begin(
      Collection<DestinationSettings> wanted, Map<String, DestinationSettings> before)
      throws DestinationConflictException {
    List<Destination> begun = new ArrayList<>();
    for (DestinationSettings one : wanted) {
      if (!one.equals(before.get(one.name())) || broken.containsKey(one.name())) {
        try {
          begun.add(reopen(one, before));
        } catch (IOException e) {
          begun.forEach(Destination::close);
          begun.forEach(opened -> resume(before.get(opened.name())));
          resume(before.get(one.name()));
          throw new DestinationConflictException(
              "destination '%s' cannot be opened: %s".formatted(one.name(), e.getMessage()));
        }
      }
    }
    begun.forEach(opened -> broken.remove(opened.name()));
    return begun;
  }

  private Destination reopen(DestinationSettings one, Map<String, DestinationSettings> before)
      throws IOException {
    Optional<Destination> until = running.remove(one.name());
    if (until.isPresent()) {
      until.get().close();
    } else if (!before.containsKey(one.name())) {
      // Of another that once had the name.
      factory.discard(one.name());
    }
    return factory.open(one);
  }

  /** After a change that failed: sends as before. */
  private void resume(DestinationSettings before) {
    if (before != null && !broken.containsKey(before.name())) {
      try {
        Destination again = factory.open(before);
        again.start();
        running.put(again);
      } catch (IOException e) {
        broken.put(before.name(), e.getMessage());
        log.error("destination '{}' cannot be opened again: {}", before.name(), e.getMessage());
      }
    }
  }
}
