package org.dicomgateway.spoke.route.rule;

import java.util.List;
import org.dicomgateway.spoke.change.ChangedValue;

/**
 * Why something is decided as it is.
 *
 * @param findings of the rules that were read, in their order; those after the deciding one were
 *     not
 * @param changes what would be changed in the instance on its way; nothing where all is so already
 */
public record Explanation(List<Finding> findings, Verdict verdict, List<ChangedValue> changes) {
  public Explanation {
    findings = List.copyOf(findings);
    changes = List.copyOf(changes);
  }

  /**
   * @param line of the rule in the file, from 1
   * @param seen what made it match or not
   */
  public record Finding(String rule, int line, boolean matched, List<String> seen) {}
}
