/**
 * Where an instance goes, how soon, and why: decided once, from the header alone, after the
 * instance is safe in the spool, by the file of routes ({@code route.rule}); while there is none,
 * everything goes to the hub.
 *
 * <pre>
 *           Decider       Arrivals       RouteLedger              HandOut
 * spool ─▶ by Routes ─▶ in batches ─▶ routes.db, what was ─▶ SEND: to every destination
 *           000007.yaml                  decided of each         HOLD, DROP, UNROUTED: stays in the
 *                                                               spool until a person says otherwise
 * </pre>
 *
 * <p>The ledger is written behind the acknowledgement and before anything is handed out; no C-STORE
 * waits for it. At each start, and when it had no room, {@link
 * org.dicomgateway.spoke.route.Reconciliation} brings the three to agree: what the ledger does not
 * know is decided from the header by the routes of then (where it is on its way already it stays
 * so), what a destination does not know is handed out again, and what the spool has no longer is
 * forgotten. {@link org.dicomgateway.spoke.route.Retention} deletes what every destination has.
 *
 * <p>What a person holds back stands in a file of its own, {@link
 * org.dicomgateway.spoke.route.StudyHolds}, because a lost ledger must not let it go: written there
 * first, then in the ledger, then taken back from the destinations, and at each start again before
 * anything is sent. So it is held wherever a process ended in between.
 *
 * <p>Next: {@code destination}; {@code prepare}, while an instance waits, then {@code forward}.
 */
package org.dicomgateway.spoke.route;
