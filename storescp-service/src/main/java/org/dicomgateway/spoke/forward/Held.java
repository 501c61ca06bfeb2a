package org.dicomgateway.spoke.forward;

import java.util.Optional;
import org.dicomgateway.spoke.change.AttributeChanges;
import org.dicomgateway.spoke.change.Origin;
import org.dicomgateway.spoke.destination.Dispatch;
import org.dicomgateway.spoke.destination.Urgency;

/**
 * An instance that waits for its preparation.
 *
 * @param live whether it is looked at while the probe is on the patient
 * @param length bytes as it was received
 * @param changes of its attributes; it must not leave without them
 * @param compressing whether it may be compressed without loss
 * @param origin of what is changed; empty: its own receipt
 */
public record Held(
    String id,
    String study,
    Urgency urgency,
    boolean live,
    long length,
    AttributeChanges changes,
    Dispatch.Compressing compressing,
    Optional<Origin> origin) {
  StudyBacklog backlog(Preparedness as) {
    long bytes =
        switch (as) {
          case Preparedness.AsReceived() -> length;
          case Preparedness.NothingToChange() -> length;
          case Preparedness.Prepared(_, long prepared, _, _) -> prepared;
        };
    return new StudyBacklog(study, new Precedence(urgency, live), 1, bytes, false);
  }
}
