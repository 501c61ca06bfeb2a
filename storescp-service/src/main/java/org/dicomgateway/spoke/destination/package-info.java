/**
 * Where instances go: what all destinations have in common, and what is said of them. Each has its
 * own queue, health and limits, so that one that is down holds up no other.
 *
 * <p>Next: {@code forward}, which brings instances to a hub.
 */
package org.dicomgateway.spoke.destination;
