package org.dicomgateway.spoke.forward;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Chooses what of a study goes in its next pack. */
final class PackSelection {
  /** Keeps what a pack's metadata takes of the memory in bounds. */
  static final int MOST_INSTANCES = 500;

  /**
   * So many packs of a study are a thin selection through its series, then comes the rest; counted
   * anew when more has come, which none of them could choose from.
   */
  private static final int THIN_PACKS = 3;

  private PackSelection() {}

  /**
   * One instance at least; then as many as fit.
   *
   * @param candidates that wait, the longest waiting first, {@link #MOST_INSTANCES} at most
   * @param packsBefore of the same study
   */
  static List<Queue.Waiting> of(List<Queue.Waiting> candidates, int packsBefore, LineRate rate) {
    List<Queue.Waiting> chosen = new ArrayList<>();
    Set<String> digests = new HashSet<>();
    long room = packsBefore == 0 ? rate.firstPack() : rate.pack();
    for (Queue.Waiting next : packsBefore < THIN_PACKS ? ThinFirst.of(candidates) : candidates) {
      boolean first = chosen.isEmpty();
      if (!first && (next.alone() || next.bytes() > room)) {
        break;
      }
      // A pack holds the same bytes of one instance once.
      if (digests.add(next.key())) {
        chosen.add(next);
        room -= next.bytes();
      }
      if (next.alone()) {
        break;
      }
    }
    return chosen;
  }
}
