package org.dicomgateway.spoke.forward;

/**
 * What of a study waits for a pack.
 *
 * @param hasLoners whether an instance among them goes in a pack of its own
 */
record StudyBacklog(String study, int instances, long bytes, boolean hasLoners) {
  StudyBacklog plus(int moreInstances, long moreBytes) {
    return new StudyBacklog(study, instances + moreInstances, bytes + moreBytes, hasLoners);
  }
}
