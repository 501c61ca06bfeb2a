/**
 * Where an instance goes and why: decided once, from the header alone, after the instance is safe
 * in the spool. For now everything goes to the one hub.
 *
 * <p>Next: {@code forward}.
 */
package org.dicomgateway.spoke.route;
