package org.dicomgateway.spoke.route.rule;

import java.util.List;

/**
 * Why something is decided as it is.
 *
 * @param findings of the rules that were read, in their order; those after the deciding one were
 *     not
 */
public record Explanation(List<Finding> findings, Verdict verdict) {
  public Explanation {
    findings = List.copyOf(findings);
  }

  /**
   * @param line of the rule in the file, from 1
   * @param seen what made it match or not
   */
  public record Finding(String rule, int line, boolean matched, List<String> seen) {}
}
