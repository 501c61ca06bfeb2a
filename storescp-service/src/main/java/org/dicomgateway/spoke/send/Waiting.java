package org.dicomgateway.spoke.send;

import java.util.Optional;
import org.dicomgateway.spoke.change.AttributeChanges;
import org.dicomgateway.spoke.change.Origin;
import org.dicomgateway.spoke.destination.Urgency;

/**
 * An instance that is to be sent.
 *
 * @param origin of what is changed; empty: its own receipt
 * @param attempts that failed because of it alone
 */
record Waiting(
    String id, Urgency urgency, AttributeChanges changes, Optional<Origin> origin, int attempts) {}
