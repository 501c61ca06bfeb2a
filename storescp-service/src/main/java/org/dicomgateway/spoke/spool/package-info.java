/**
 * The spool: what the spoke has acknowledged, durable, each file telling all about itself.
 *
 * <pre>
 * spool/instances/&lt;8 digits&gt;/&lt;id&gt;.part      being received, not acknowledged; discarded at start
 * spool/instances/&lt;8 digits&gt;/&lt;id&gt;.inst      acknowledged, never changed; &lt;id&gt; is a UUIDv7, the folder
 *                                           its first 8 digits: a new one every 65 seconds
 * spool/damaged/&lt;id&gt;.inst                   set aside because it cannot be read; for a person to look at
 *
 * &lt;id&gt;.inst
 * ┌──────────────────────────────┬─────────────────┬─────────────────────────────────────────────┐
 * │ Part 10 file                 │ trailer         │ footer, 20 bytes, big endian                │
 * │ our header, then the data    │ JSON, UTF-8     │ u32 bytes of the trailer                    │
 * │ set byte for byte as it came │                 │ u32 format version, 2 (1: no priority)      │
 * │                              │                 │ u32 CRC-32 of the trailer and of the above  │
 * │                              │                 │ "DXGSPOOL"                                  │
 * └──────────────────────────────┴─────────────────┴─────────────────────────────────────────────┘
 * </pre>
 *
 * <p>The trailer has {@code sopClass, sop, series, study, transferSyntax, length, sha256, crc32}
 * (of the Part 10 file), {@code callingAet, calledAet, remoteAddress, priority, receivedAt}. It
 * stands behind the data because the digests are known only then; so one file is one truth, and one
 * rename makes it visible.
 *
 * <p>Order of a commit: write, force the file, rename, force the folder. After that the instance is
 * acknowledged; power may go at any point before or after. Associations that commit at the same
 * time share one force of the folder. Limits: a Part 10 file up to 2^63 - 1 bytes, a trailer up to
 * 64 KiB, one process per spool.
 *
 * <p>Next: {@code route}.
 */
package org.dicomgateway.spoke.spool;
