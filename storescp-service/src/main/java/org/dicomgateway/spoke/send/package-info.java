/**
 * Brings instances to destinations that take one by one: DICOM nodes, STOW-RS servers, folders.
 *
 * <pre>
 * accept ─▶ Inbox ─▶ SendQueue (SQLite) ─▶ Outbox ─▶ Desk ◀── Courier ══▶ Node, Stow, Folder
 *            batches      who waits, what        who      one session
 *                         became of whom         is next  of a courier
 * </pre>
 *
 * <p>Each destination has its own of all of these. What a courier says of an instance is durable
 * before the desk hands out another, so one that was acknowledged is not sent again, also after a
 * power cut. What was sent and not acknowledged is sent again: destinations know an instance by its
 * SOP Instance UID, and the same again does no harm.
 *
 * <p>Failures are of three kinds. The destination takes nothing now ({@link
 * org.dicomgateway.spoke.send.Unavailable}): everything waits, and is tried for ever, ever more
 * rarely. It failed on one instance: that one comes later, and holds up no other. It will never
 * take an instance as it is: that is parked, kept and shown, until a person has it tried again.
 *
 * <p>Begin with {@link org.dicomgateway.spoke.send.QueuedDestination}, then {@link
 * org.dicomgateway.spoke.send.Courier}. Next: {@code dimse.service} for nodes; the other ways end
 * here.
 */
package org.dicomgateway.spoke.send;
