/**
 * Brings every instance to the hub and keeps its receipt.
 *
 * <pre>
 * accept ─▶ Inbox ─▶ Queue (SQLite) ─▶ PackPlanner ─▶ Deliveries ─▶ Delivery ─▶ Sending ═ HubClient ══▶ hub
 *             batches   who waits        what goes      one thread    one pack,   Gate:    HubConnection,  │
 *                       and receipts     together       each          to its end  whose    one HTTP/2      │
 *                          ▲                                                      bytes    connection      │
 *                          └──────────────── Receipts ◀────────────────────────────────────────────────────┘
 * </pre>
 *
 * <p>Instances that {@link org.dicomgateway.spoke.forward.Preparation} wants are held in the queue
 * until they are released, which it sees as a {@link org.dicomgateway.spoke.forward.HeldQueue}; a
 * pack then takes the prepared file in the spooled one's place.
 *
 * <p>The queue is a memory of the spool, not a second truth: an instance that it does not know is
 * taken up again at the next start, a receipt that it lost is asked for again (the hub answers
 * "duplicate"), and if all of it is lost, the hub is asked what it has of each study ({@link
 * org.dicomgateway.spoke.forward.Recovery}). So it is written behind the acknowledgement, in
 * batches, without forcing the disk for each.
 *
 * <p>A pack's instances and name are written down before its first byte goes, and {@link
 * org.dicomgateway.pack.PackLayout} makes the same bytes of them again, so sending goes on at the
 * byte where it stopped, also after a restart. What the hub has is asked of the hub, never assumed:
 * after every answer that leaves it open, its receipt and offset are read before a byte is sent.
 * Nothing is given up: retries have no end, and what the hub rejects for good is parked, kept and
 * shown.
 *
 * <p>What a person holds back is taken out of the queue. What is in a pack then goes with it if its
 * first byte is sent and the line lasts; else the hub is asked once more what it has of it, and the
 * pack is forgotten.
 *
 * <p>How much is sent at once follows from what the line carries ({@link
 * org.dicomgateway.spoke.forward.LineRate}). Bytes that are not confirmed are held to a round trip
 * and half a second of it, so nothing urgent finds more than that before it, and to less for ten
 * minutes after something urgent: at every read of a pack's bytes the {@link
 * org.dicomgateway.spoke.forward.Gate} asks who is most urgent, and ends the requests of all others
 * there. Another pack is begun when those under way have less left than the line can use. Limits of
 * bandwidth hold in the same place. Time is a {@link org.dicomgateway.spoke.destination.Timeline},
 * so that three days' outage can be tested.
 *
 * <p>Next: {@code transfer}, and {@code ingest} at the hub.
 */
package org.dicomgateway.spoke.forward;
