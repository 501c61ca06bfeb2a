package org.dicomgateway.spoke.destination;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of a destination that the settings name no longer. Doing it again does no harm, so one
 * that a process left half done is done by the next. Not for two threads at a time.
 */
final class Removal {
  private static final Logger log = LoggerFactory.getLogger(Removal.class);

  private final DestinationFactory factory;
  private final DestinationUsers users;

  Removal(DestinationFactory factory, DestinationUsers users) {
    this.factory = factory;
    this.users = users;
  }

  /**
   * Carries it out. The queue goes last: it alone knows what was delivered.
   *
   * @param running the destination, if it was sent to until now
   * @param last how it was before, to ask its queue if it was not
   */
  void of(String name, Optional<Destination> running, Optional<DestinationSettings> last)
      throws IOException {
    Optional<Destination> asked = running.or(() -> last.flatMap(this::open));
    try {
      if (asked.isPresent()) {
        users.withdraw(asked.get());
      } else {
        users.withdrawUnknown(name);
      }
    } finally {
      asked.ifPresent(Destination::close);
    }
    factory.discard(name);
  }

  private Optional<Destination> open(DestinationSettings settings) {
    try {
      return Optional.of(factory.open(settings));
    } catch (IOException e) {
      log.warn(
          "destination '{}' is removed and its queue cannot be asked what it has got ({}): what was to"
              + " go there alone is kept",
          settings.name(),
          e.getMessage());
      return Optional.empty();
    }
  }
}
