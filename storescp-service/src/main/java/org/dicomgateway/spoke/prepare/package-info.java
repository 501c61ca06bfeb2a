/**
 * Changes attributes of waiting instances as rules say, and makes instances smaller without loss,
 * on cores that are free.
 *
 * <pre>
 * DATA/prepared/&lt;id&gt;.part    being written; discarded at start
 * DATA/prepared/&lt;id&gt;.changed likewise, before it is compressed
 * DATA/prepared/&lt;id&gt;.json    what the file is, and what restoring it needs
 * DATA/prepared/&lt;id&gt;.dcm     the instance &lt;id&gt; of the spool, changed, as JPEG-LS Lossless, or both
 * </pre>
 *
 * <p>All of it is derived and may be deleted at any time: what is then missing is made again, or
 * the instance goes as it was received, unless it has to be changed: then it waits. Nothing here is
 * part of what the spoke has acknowledged.
 *
 * <p>An instance that is worth it is held in the queue until its turn with the coder has come, the
 * most urgent and longest waiting first. It is let go as it was received if there is nothing to
 * gain ({@link org.dicomgateway.spoke.prepare.Gain}), no room, or no form for it. Its file goes
 * with the hub's receipt.
 *
 * <p>Next: {@code forward}, which asks for prepared files when it lays out a pack.
 */
package org.dicomgateway.spoke.prepare;
