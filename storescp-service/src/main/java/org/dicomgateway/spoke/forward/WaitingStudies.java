package org.dicomgateway.spoke.forward;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * What waits for a pack by study, and when it may go. Times are as {@link
 * org.dicomgateway.spoke.destination.Timeline#nanos} counts. Guarded by the planner's lock.
 */
final class WaitingStudies {
  private final LineRate rate;
  private final Paces paces = new Paces();
  private final Map<StudyBacklog.Key, StudyBacklog> waiting = new LinkedHashMap<>();

  WaitingStudies(LineRate rate) {
    this.rate = rate;
  }

  void add(StudyBacklog more) {
    waiting.merge(more.key(), more, StudyBacklog::plus);
    paces.moreCame(more.study());
  }

  /** Takes what waits from the queue, where it may have become less, more, or more urgent. */
  void refresh(List<StudyBacklog> queued) {
    waiting.clear();
    queued.forEach(backlog -> waiting.put(backlog.key(), backlog));
  }

  void remove(StudyBacklog study) {
    waiting.remove(study.key());
  }

  void withdraw(String study) {
    waiting.keySet().removeIf(key -> key.study().equals(study));
  }

  /** The most urgent that may go now; of those as urgent the one that waits longest. */
  Optional<StudyBacklog> due(Predicate<Precedence> room, long now) {
    return waiting.values().stream()
        .filter(study -> dueAt(study, now) - now <= 0 && room.test(study.precedence()))
        .min(Comparator.comparing(StudyBacklog::precedence));
  }

  LongStream dueTimes(long now) {
    return waiting.values().stream().mapToLong(study -> dueAt(study, now));
  }

  private long dueAt(StudyBacklog study, long now) {
    boolean full =
        study.bytes() >= rate.pack() || study.instances() >= PackSelection.MOST_INSTANCES;
    return full ? now : paces.dueAt(study, now);
  }

  /** How many packs of a study there were before. */
  int packs(StudyBacklog study) {
    return paces.packs(study.study());
  }

  /** A part of it, or all, is in a pack now. */
  void packed(StudyBacklog study, int instances, long bytes, long now) {
    StudyBacklog rest = study.minus(instances, bytes);
    if (rest.instances() > 0) {
      waiting.put(study.key(), rest);
      paces.packedPart(study.study(), now);
    } else {
      waiting.remove(study.key());
      paces.packed(study.study(), now);
    }
  }
}
