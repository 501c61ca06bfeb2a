package org.dicomgateway.spoke.send;

import org.dicomgateway.spoke.change.AttributeChanges;
import org.dicomgateway.spoke.destination.Urgency;

/**
 * An instance that is to be sent.
 *
 * @param attempts that failed because of it alone
 */
record Waiting(String id, Urgency urgency, AttributeChanges changes, int attempts) {}
