package org.dicomgateway.spoke.forward;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which a study becomes readable soonest: of each series the first instance, then the
 * middle one, then those in the middle of each half, and so on.
 */
final class ThinFirst {
  private record Ranked(Queue.Waiting instance, int rank) {}

  private ThinFirst() {}

  /** Orders instances that are in the order of their receipt. */
  static List<Queue.Waiting> of(List<Queue.Waiting> instances) {
    Map<String, List<Queue.Waiting>> bySeries = new LinkedHashMap<>();
    for (Queue.Waiting instance : instances) {
      bySeries.computeIfAbsent(instance.series(), _ -> new ArrayList<>()).add(instance);
    }
    List<Ranked> ranked = new ArrayList<>();
    bySeries.values().forEach(series -> rank(series, ranked));
    ranked.sort(Comparator.comparingInt(Ranked::rank));
    return ranked.stream().map(Ranked::instance).toList();
  }

  /** Counting with the bits in reverse halves what is left of a series again and again. */
  private static void rank(List<Queue.Waiting> series, List<Ranked> ranked) {
    int bits = 32 - Integer.numberOfLeadingZeros(series.size() - 1);
    for (int i = 0; i < series.size(); i++) {
      int rank = bits == 0 ? 0 : Integer.reverse(i) >>> 32 - bits;
      ranked.add(new Ranked(series.get(i), rank));
    }
  }
}
