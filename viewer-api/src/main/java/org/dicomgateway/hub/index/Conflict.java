package org.dicomgateway.hub.index;

import java.time.Instant;
import java.util.Optional;

/**
 * Bytes that came under a SOP Instance UID which other bytes had before; they are kept, not served.
 *
 * @param studyInstanceUid and {@code seriesInstanceUid}: as these bytes have them
 * @param sha256 of the Part 10 file as the spoke received it
 * @param servedSha256 of the bytes that are served, likewise
 * @param packKey object key of the pack
 * @param offset first byte of the Part 10 file in the pack
 * @param length bytes of it there
 * @param indexedAt when the hub saw the conflict
 */
public record Conflict(
    String site,
    String studyInstanceUid,
    String seriesInstanceUid,
    String sopInstanceUid,
    String sha256,
    String servedSha256,
    String packKey,
    long offset,
    long length,
    Optional<Instant> indexedAt) {}
