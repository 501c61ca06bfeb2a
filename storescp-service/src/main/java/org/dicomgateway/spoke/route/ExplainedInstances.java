package org.dicomgateway.spoke.route;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dicomgateway.spoke.route.rule.Explanation;
import org.dicomgateway.spoke.route.rule.Verdict;

/**
 * Instances of which the same is decided.
 *
 * @param first the SOP Instance UID of the one that is explained
 */
public record ExplainedInstances(int instances, String first, Explanation explanation) {

  /** For one thread. */
  static final class Collector {
    private final Map<Verdict, ExplainedInstances> byVerdict = new LinkedHashMap<>();

    void add(String sopInstanceUid, Explanation explanation) {
      byVerdict.merge(
          explanation.verdict(),
          new ExplainedInstances(1, sopInstanceUid, explanation),
          (one, _) -> new ExplainedInstances(one.instances + 1, one.first, one.explanation));
    }

    List<ExplainedInstances> all() {
      return List.copyOf(byVerdict.values());
    }
  }
}
