package org.dicomgateway.spoke.admin;

import java.util.Optional;
import org.dicomgateway.transfer.HubTrace;

/**
 * What a hub beside that of the settings says of a study.
 *
 * @param name of the destination
 * @param hub empty if it knows nothing of it, or cannot be asked
 * @param hubError why it cannot; empty if it can
 */
record OtherHub(String name, Optional<HubTrace> hub, String hubError) {
  /** Whether it cannot tell, or has something to tell. */
  boolean tells() {
    return hub.isPresent() || !hubError.isEmpty();
  }
}
