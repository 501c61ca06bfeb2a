package org.dicomgateway.spoke.route;

import java.util.List;
import java.util.Optional;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.Destinations;
import org.dicomgateway.spoke.route.rule.Verdict;

/**
 * The same bytes sent again while the first are on their way to the same places, or are held for
 * the same reason: one copy is enough. Once the first are delivered they are sent again, because
 * only the destination knows whether it still has them. Thread-safe.
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
    return ledger.ofInstance(again.sopInstanceUid()).stream()
        .filter(first -> isSame(first, again))
        .anyMatch(first -> isHeldLike(first, again) || isOnItsWayLike(first, again));
  }

  private static boolean isSame(Decision first, Decision again) {
    return !first.id().equals(again.id())
        && first.sha256().equals(again.sha256())
        && first.dispatch().changes().equals(again.dispatch().changes());
  }

  /** What a release would do with the one it would do with the other: they have one sender. */
  private static boolean isHeldLike(Decision first, Decision again) {
    return first.kind() == Verdict.Kind.HOLD
        && again.kind() == Verdict.Kind.HOLD
        && first.callingAet().equals(again.callingAet())
        && first.dispatch().reason().equals(again.dispatch().reason());
  }

  private boolean isOnItsWayLike(Decision first, Decision again) {
    return first.goesOn()
        && again.goesOn()
        && first.destinations().containsAll(again.destinations())
        && isOnItsWay(first, again.destinations());
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
