/**
 * Who may send to the hub: sites and their tokens. A token is told once, when it is made; the hub
 * keeps its digest only.
 *
 * <p>Next: {@code ingest} asks here whose pack it takes.
 */
package org.dicomgateway.hub.security;
