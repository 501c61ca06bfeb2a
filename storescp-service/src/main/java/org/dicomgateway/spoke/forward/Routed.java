package org.dicomgateway.spoke.forward;

import java.time.Instant;
import org.dicomgateway.spoke.destination.Dispatch;
import org.dicomgateway.spoke.spool.SpooledInstance;

/** An instance, and when it was decided what becomes of it. */
record Routed(SpooledInstance instance, Dispatch dispatch, Instant at) {
  /** What is live goes at once, however large it is. */
  boolean mayBeCompressed() {
    return dispatch.compressing() == Dispatch.Compressing.ALLOWED && !Ultrasound.isLive(instance);
  }

  StudyBacklog backlog() {
    return new StudyBacklog(
        instance.identity().studyInstanceUid(),
        new Precedence(dispatch.urgency(), Ultrasound.isLive(instance)),
        1,
        instance.length(),
        false);
  }
}
