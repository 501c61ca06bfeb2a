package org.dicomgateway.spoke.route;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/** How many instances of each study have come, of those that come now. Thread-safe. */
final class StudyCounts {
  private static final int MOST_STUDIES = 1_000;

  private final ToIntFunction<String> before;
  private final Map<String, Integer> counts =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > MOST_STUDIES;
        }
      };

  /**
   * @param before how many had come of a study that has not been counted lately
   */
  StudyCounts(ToIntFunction<String> before) {
    this.before = before;
  }

  /** Counts one more; returns which it is, from 1. */
  synchronized int next(String study) {
    int number = of(study) + 1;
    counts.put(study, number);
    return number;
  }

  synchronized int of(String study) {
    return counts.computeIfAbsent(study, before::applyAsInt);
  }
}
