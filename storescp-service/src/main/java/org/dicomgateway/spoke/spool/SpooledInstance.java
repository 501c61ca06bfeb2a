package org.dicomgateway.spoke.spool;

import java.time.Instant;
import org.dicomgateway.dimse.service.Priority;
import org.dicomgateway.pack.InstanceIdentity;

/**
 * An instance the spool holds.
 *
 * @param id UUIDv7; sorts by the time of receipt
 * @param length bytes of the Part 10 file, which begins at the spool file's first byte
 * @param sha256 of the Part 10 file, lower-case hex
 * @param crc32 of the Part 10 file
 * @param priority as the sender commanded
 * @param receivedAt when its last byte had come, to the millisecond
 */
public record SpooledInstance(
    String id,
    InstanceIdentity identity,
    String transferSyntaxUid,
    long length,
    String sha256,
    int crc32,
    Sender sender,
    Priority priority,
    Instant receivedAt) {}
