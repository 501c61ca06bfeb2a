package org.dicomgateway.spoke.forward;

import org.dicomgateway.spoke.destination.Urgency;

/**
 * What of a study, as urgent, waits for a pack.
 *
 * @param precedence of the most urgent among them
 * @param hasLoners whether an instance among them goes in a pack of its own
 */
record StudyBacklog(
    String study, Precedence precedence, int instances, long bytes, boolean hasLoners) {
  /** What waits together. */
  record Key(String study, Urgency urgency) {}

  Key key() {
    return new Key(study, precedence.urgency());
  }

  StudyBacklog plus(StudyBacklog other) {
    Precedence first = other.precedence.isBefore(precedence) ? other.precedence : precedence;
    return new StudyBacklog(
        study,
        first,
        instances + other.instances,
        bytes + other.bytes,
        hasLoners || other.hasLoners);
  }

  StudyBacklog minus(int fewerInstances, long fewerBytes) {
    return new StudyBacklog(
        study, precedence, instances - fewerInstances, bytes - fewerBytes, hasLoners);
  }
}
