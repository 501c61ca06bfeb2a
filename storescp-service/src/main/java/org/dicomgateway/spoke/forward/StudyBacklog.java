package org.dicomgateway.spoke.forward;

/** What of a study waits for a pack. */
record StudyBacklog(String study, int instances, long bytes) {
  StudyBacklog plus(int moreInstances, long moreBytes) {
    return new StudyBacklog(study, instances + moreInstances, bytes + moreBytes);
  }
}
