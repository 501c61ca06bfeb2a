/**
 * Where an instance goes, how soon, and why: decided once, from the header alone, after the
 * instance is safe in the spool, by the file of routes ({@code route.rule}); while there is none,
 * everything goes to the hub.
 *
 * <pre>
 * spool ─▶ Router ─▶ RouteTable of Routes ─▶ SEND ─▶ destination
 *                    routes/000007.yaml      HOLD, DROP, UNROUTED ─▶ KeptInstances: stays in the spool,
 *                                            shown, until a person says otherwise
 * </pre>
 *
 * <p>What is kept is remembered by the spool alone. At the next start it is decided anew, as is
 * everything when the queue is lost: from the same header, by the routes of then.
 *
 * <p>Next: {@code destination}; {@code prepare}, while an instance waits, then {@code forward}.
 */
package org.dicomgateway.spoke.route;
