package org.dicomgateway.spoke.forward;

import java.time.Instant;
import org.dicomgateway.spoke.spool.SpooledInstance;

/** An instance, where it goes and how soon, with the reason and when that was decided. */
record Routed(
    SpooledInstance instance, String destination, Urgency urgency, String reason, Instant at) {
  StudyBacklog backlog() {
    return new StudyBacklog(
        instance.identity().studyInstanceUid(),
        new Precedence(urgency, Ultrasound.isLive(instance)),
        1,
        instance.length(),
        false);
  }
}
