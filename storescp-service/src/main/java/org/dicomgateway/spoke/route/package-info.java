/**
 * Where an instance goes, how soon, and why: decided once, from the header alone, after the
 * instance is safe in the spool. For now everything goes to the one hub. It is decided again only
 * when the queue is rebuilt: from the same header, by the rules of then.
 *
 * <p>Next: {@code prepare}, while an instance waits, then {@code forward}.
 */
package org.dicomgateway.spoke.route;
