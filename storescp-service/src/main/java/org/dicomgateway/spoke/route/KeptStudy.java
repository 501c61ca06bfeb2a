package org.dicomgateway.spoke.route;

import java.time.Instant;
import org.dicomgateway.spoke.route.rule.Verdict;

/**
 * Instances of a study that go nowhere for now, all for one reason.
 *
 * @param bytes of all of them, as they were received
 * @param oldest when the first of them was received
 */
public record KeptStudy(
    String studyInstanceUid, Why why, long instances, long bytes, Instant oldest) {

  /**
   * @param kind HOLD, DROP or UNROUTED
   */
  public record Why(Verdict.Kind kind, String reason, String callingAet) {}

  KeptStudy and(KeptStudy later) {
    return new KeptStudy(
        studyInstanceUid, why, instances + later.instances, bytes + later.bytes, oldest);
  }
}
