/**
 * What the hub tells IT staff over HTTP, under {@code /api}: how a study came, and what is in
 * conflict. The commands ask here, from another machine with a token ({@link
 * org.dicomgateway.hub.admin.TokenGate}), on loopback by a name of this machine ({@link
 * org.dicomgateway.hub.admin.HostGate}). Errors are problem details (RFC 9457).
 *
 * <p>Next: {@code index}, which remembers it.
 */
package org.dicomgateway.hub.admin;
