package org.dicomgateway.spoke.forward;

import org.dicomgateway.spoke.destination.Urgency;

/**
 * An instance that waits for its preparation.
 *
 * @param length bytes as it was received
 */
public record Held(String id, String study, Urgency urgency, long length) {
  /** What is looked at while the probe is on the patient is never held. */
  StudyBacklog backlog(Preparedness as) {
    long bytes =
        switch (as) {
          case Preparedness.AsReceived() -> length;
          case Preparedness.Prepared(_, long smaller) -> smaller;
        };
    return new StudyBacklog(study, new Precedence(urgency, false), 1, bytes, false);
  }
}
