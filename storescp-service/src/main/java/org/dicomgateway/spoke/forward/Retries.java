package org.dicomgateway.spoke.forward;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Packs that were begun and come again after a pause. Guarded by the planner's lock. */
final class Retries {
  private record Retry(Pack pack, long due) {}

  private final List<Retry> retries = new ArrayList<>();

  /**
   * Takes a pack.
   *
   * @param due when it may be sent, as {@link org.dicomgateway.spoke.destination.Timeline#nanos}
   *     counts
   */
  void add(Pack pack, long due) {
    retries.add(new Retry(pack, due));
  }

  boolean isEmpty() {
    return retries.isEmpty();
  }

  /** Takes packs as they are now: they may have become more urgent. */
  void refresh(List<Pack> unsettled) {
    Map<String, Pack> now =
        unsettled.stream().collect(Collectors.toMap(Pack::id, Function.identity()));
    retries.replaceAll(
        retry -> new Retry(now.getOrDefault(retry.pack().id(), retry.pack()), retry.due()));
  }

  /** The most urgent pack that may go now, and leaves it. */
  Optional<Pack> due(Predicate<Precedence> room, long now) {
    return retries.stream()
        .filter(retry -> retry.due() - now <= 0)
        .map(Retry::pack)
        .filter(pack -> room.test(pack.precedence()))
        .min(Comparator.comparing(Pack::precedence));
  }

  void remove(Pack pack) {
    retries.removeIf(retry -> retry.pack().equals(pack));
  }

  LongStream dueTimes() {
    return retries.stream().mapToLong(Retry::due);
  }
}
