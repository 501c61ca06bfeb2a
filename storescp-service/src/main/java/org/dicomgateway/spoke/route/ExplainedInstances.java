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
 * @param held why they are kept until somebody releases them, whatever the rules say, which decide
 *     after that; empty if the rules alone do
 */
public record ExplainedInstances(
    int instances, String first, String held, Explanation explanation) {
  private record Kind(String held, Verdict verdict) {}

  /** For one thread. */
  static final class Collector {
    private final Map<Kind, ExplainedInstances> byKind = new LinkedHashMap<>();

    void add(Decision decision, Explanation explanation) {
      String held = decision.doubt().orElse("");
      byKind.merge(
          new Kind(held, explanation.verdict()),
          new ExplainedInstances(1, decision.sopInstanceUid(), held, explanation),
          (one, _) ->
              new ExplainedInstances(one.instances + 1, one.first, one.held, one.explanation));
    }

    List<ExplainedInstances> all() {
      return List.copyOf(byKind.values());
    }
  }
}
