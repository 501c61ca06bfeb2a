/**
 * Where instances go: what all destinations have in common, and what is said of them. Each has its
 * own queue, health and limits, so that one that is down holds up no other. What a removed one has
 * not got, and no other is to get, is kept and shown, also when the process ends amid the removal:
 * the next one does the rest before it sends ({@link
 * org.dicomgateway.spoke.destination.ConfiguredDestinations#finishRemovals}).
 *
 * <p>Next: {@code forward}, which brings instances to a hub.
 */
package org.dicomgateway.spoke.destination;
