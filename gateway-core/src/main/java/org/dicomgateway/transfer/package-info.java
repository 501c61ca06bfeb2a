/**
 * The line between spoke and hub: tus 1.0 resumable upload, a resource per pack.
 *
 * <pre>
 * POST   /transfers                 Upload-Length, Upload-Metadata: packId &lt;base64&gt;
 *                                   201, Location: /transfers/&lt;pack id&gt;; again for a known pack: the same;
 *                                   with Content-Type application/offset+octet-stream and bytes: these
 *                                   are appended at once, Upload-Offset tells how far
 * HEAD   /transfers/&lt;pack id&gt;       200, Upload-Offset, Upload-Length; 404: not known, create it
 * PATCH  /transfers/&lt;pack id&gt;       Upload-Offset, application/offset+octet-stream
 *                                   204, Upload-Offset, bytes durable; 409: wrong offset, ask by HEAD
 * DELETE /transfers/&lt;pack id&gt;       204, forgotten (an unfinished upload only)
 * GET    /transfers/&lt;pack id&gt;/receipt?wait=SECONDS
 *                                   200, {@link org.dicomgateway.transfer.Receipt}; answers at once when
 *                                   archived or rejected, else after at most wait (0-30) seconds
 * GET    /transfers/trace?study=UID
 *                                   200, {@link org.dicomgateway.transfer.HubTrace} of the site's own packs
 *                                   alone; 404: none of its packs is of this study
 * </pre>
 *
 * <p>Every request carries {@code Tus-Resumable: 1.0.0} (but the receipt's and the trace's) and
 * {@code Authorization: Bearer <site token>}; 401 without, 404 for another site's pack. Errors are
 * problem details (RFC 9457) with a detail a person can act on. 507 when the hub's disk is full;
 * 503 with Retry-After while it has too many uploads under way, or is not ready.
 *
 * <p>A hub speaks HTTP/2, over TLS by ALPN and else by upgrade, so that all packs of a spoke share
 * one connection. The length of an upload request need not be announced: who sends may end it early
 * and go on later.
 *
 * <p>Next: {@code forward} at the spoke, {@code ingest} at the hub.
 */
package org.dicomgateway.transfer;
