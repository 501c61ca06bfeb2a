package org.dicomgateway.spoke.forward;

import java.util.Optional;
import org.dicomgateway.transfer.HubTrace;

/**
 * What the hub says of a study.
 *
 * @param trace empty if it knows nothing of it, or could not be asked
 * @param error why it could not be asked; empty if it answered
 */
public record HubSide(Optional<HubTrace> trace, String error) {}
