package org.dicomgateway.spoke.destination;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of an instance at one destination.
 *
 * @param id name of its file in the spool
 * @param acceptedAt when it was queued for this destination; empty if that is not known
 * @param sentAt when its first byte went the last time
 * @param settledAt when it was delivered or parked
 * @param note what the destination says of it, or why it is parked; else empty
 */
public record InstanceProgress(
    String id,
    String sopInstanceUid,
    DeliveryState state,
    Optional<Instant> acceptedAt,
    Optional<Instant> sentAt,
    Optional<Instant> settledAt,
    String note) {}
