package org.dicomgateway.spoke.route;

/** A person holds the study back; nothing has changed. */
public final class HeldBackException extends Exception {
  private static final long serialVersionUID = 1;

  HeldBackException(StudyHold hold) {
    super(
        "study %s is %s. Release it first: gateway spoke study release %s"
            .formatted(hold.studyInstanceUid(), hold.text(), hold.studyInstanceUid()));
  }
}
