package org.dicomgateway.spoke.route;

import java.time.Instant;

/**
 * That a person holds a study back until it is released.
 *
 * @param reason may be empty
 * @param by who holds it; may be empty
 */
public record StudyHold(String studyInstanceUid, String reason, String by, Instant since) {
  /** For people. */
  String text() {
    return "held by %s%s"
        .formatted(by.isEmpty() ? "a person" : by, reason.isEmpty() ? "" : ": " + reason);
  }
}
