/**
 * Takes packs off the line. It trusts nothing: digests, headers, identity and frame tables are
 * checked against the bytes before a receipt.
 *
 * <pre>
 * DATA/uploads/&lt;pack id&gt;.json    site, length, and why it was rejected if it was
 * DATA/uploads/&lt;pack id&gt;.part    the bytes so far; its size is the offset
 * </pre>
 *
 * <p>{@link org.dicomgateway.hub.ingest.Upload} takes bytes and forces them to disk before it says
 * so; when all are there, {@link org.dicomgateway.hub.ingest.Ingest} checks, archives, indexes and
 * gives the receipt, and only then are the files removed. So a process that ends at any point finds
 * its work again when it starts. The protocol is described in {@link org.dicomgateway.transfer}.
 *
 * <p>Next: {@code archive}, then {@code index}.
 */
package org.dicomgateway.hub.ingest;
