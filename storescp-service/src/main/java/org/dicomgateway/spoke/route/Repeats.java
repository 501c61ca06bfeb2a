package org.dicomgateway.spoke.route;

import java.util.List;
import java.util.Optional;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.Destinations;

/**
 * The same bytes sent again while the first are on their way to the same places: one copy is
 * enough. Once the first are delivered they are sent again, because only the destination knows
 * whether it still has them. Thread-safe.
 */
final class Repeats {
  private final RouteLedger ledger;
  private final Destinations destinations;

  Repeats(RouteLedger ledger, Destinations destinations) {
    this.ledger = ledger;
    this.destinations = destinations;
  }

  /** Whether an instance of which nothing is written down yet need not be kept. */
  boolean isRepeat(Decision again) {
    return again.goesOn()
        && ledger.ofInstance(again.sopInstanceUid()).stream()
            .anyMatch(first -> isSame(first, again) && isOnItsWay(first, again.destinations()));
  }

  private static boolean isSame(Decision first, Decision again) {
    return !first.id().equals(again.id())
        && first.goesOn()
        && first.sha256().equals(again.sha256())
        && first.dispatch().changes().equals(again.dispatch().changes())
        && first.destinations().containsAll(again.destinations());
  }

  private boolean isOnItsWay(Decision first, List<String> names) {
    return names.stream()
        .allMatch(
            name -> {
              Optional<Destination> destination = destinations.named(name);
              return destination.isPresent()
                  && !destination.get().underWay(List.of(first.id())).isEmpty();
            });
  }
}
