package org.dicomgateway.spoke.forward;

import java.time.Instant;
import org.dicomgateway.spoke.destination.Dispatch;
import org.dicomgateway.spoke.spool.SpooledInstance;

/** An instance, and when it was decided what becomes of it. */
record Routed(SpooledInstance instance, Dispatch dispatch, Instant at) {
  StudyBacklog backlog() {
    return new StudyBacklog(
        instance.identity().studyInstanceUid(),
        new Precedence(dispatch.urgency(), Ultrasound.isLive(instance)),
        1,
        instance.length(),
        false);
  }
}
