package org.dicomgateway.spoke.forward;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dicomgateway.spoke.destination.Urgency;

/**
 * How the packs of each study follow each other: the first goes at once, and so does what is live;
 * what comes within {@link #INTERVAL} goes together. Guarded by the planner's lock.
 */
final class Paces {
  /** Longer, and readers wait; shorter, and a CT becomes hundreds of objects at the hub. */
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  private static final Duration STAT_INTERVAL = Duration.ofMillis(500);

  /** A study that is forgotten begins anew, with a pack at once. */
  private static final int MOST_STUDIES = 10_000;

  private record Pace(int packs, long last) {}

  private final Map<String, Pace> paces =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pace> eldest) {
          return size() > MOST_STUDIES;
        }
      };

  /** How many packs of a study there were since the first, or since more came to choose from. */
  int packs(String study) {
    Pace pace = paces.get(study);
    return pace == null ? 0 : pace.packs();
  }

  /** When a study's next pack is due that does not fill one. */
  long dueAt(StudyBacklog study, long now) {
    Pace pace = paces.get(study.study());
    if (pace == null || study.hasLoners() || study.precedence().live()) {
      return now;
    }
    boolean stat = study.precedence().urgency() == Urgency.STAT;
    return pace.last() + (stat ? STAT_INTERVAL : INTERVAL).toNanos();
  }

  /** More of a study has come, which none of its packs could choose from. */
  void moreCame(String study) {
    paces.computeIfPresent(study, (_, pace) -> new Pace(Math.min(pace.packs(), 1), pace.last()));
  }

  /** A pack of a study was made, of all that waited. */
  void packed(String study, long now) {
    paces.put(study, new Pace(packs(study) + 1, now));
  }

  /** Likewise of a part: what had to stay behind has waited already. */
  void packedPart(String study, long now) {
    packed(study, now - INTERVAL.toNanos());
  }
}
