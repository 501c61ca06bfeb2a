package org.dicomgateway.spoke.destination;

import java.time.Instant;

/** An instance that a destination is not sent until a person says so, and why. */
public record Parked(
    String id, String sopInstanceUid, String studyInstanceUid, String reason, Instant since) {}
