package org.dicomgateway.spoke.destination;

import java.time.Instant;

/**
 * A study of which a destination has not everything.
 *
 * @param urgency of the most urgent that is not delivered
 * @param held of those that wait: how many are to be prepared first
 * @param packed on their way
 * @param undelivered bytes that are not acknowledged
 * @param oldest when the first of its instances that is not delivered was received
 */
public record QueuedStudy(
    String studyInstanceUid,
    Urgency urgency,
    Reason reason,
    long waiting,
    long held,
    long packed,
    long delivered,
    long parked,
    long undelivered,
    Instant oldest) {

  /** The same, for this reason. */
  public QueuedStudy because(Reason why) {
    return new QueuedStudy(
        studyInstanceUid,
        urgency,
        why,
        waiting,
        held,
        packed,
        delivered,
        parked,
        undelivered,
        oldest);
  }
}
