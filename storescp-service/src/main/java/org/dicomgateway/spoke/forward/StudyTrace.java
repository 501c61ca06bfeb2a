package org.dicomgateway.spoke.forward;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dicomgateway.spoke.change.AttributeChanges;
import org.dicomgateway.spoke.destination.Urgency;

/**
 * What this spoke remembers of a study's way, up to the receipt.
 *
 * @param packs in the order of their making
 * @param instances in the order of their receipt
 */
public record StudyTrace(
    String studyInstanceUid, List<PackTrace> packs, List<InstanceTrace> instances) {

  /**
   * @param length bytes; 0 until it is laid out
   * @param sentFrom before its first byte went
   * @param sentTo when the hub had all of it
   * @param settledAt when its receipt came
   */
  public record PackTrace(
      String pack,
      Instant created,
      long length,
      Optional<Instant> sentFrom,
      Optional<Instant> sentTo,
      Optional<Instant> settledAt) {}

  /**
   * @param id name of its file in the spool
   * @param length bytes
   * @param receivedAt when its last byte had come
   * @param routedAt when it was durable and decided where it goes, just before its acknowledgement
   * @param preparation HELD: waits to be prepared; PREPARED: goes compressed; CHANGED: goes with
   *     other attributes, but not compressed; or AS_RECEIVED
   * @param changes of its attributes, compressed or not; empty if no rule changes it
   * @param preparedAt when it was prepared; empty if it was not, or by an older release
   * @param preparedLength bytes as it is sent then; likewise
   * @param pack that it is in or went in
   * @param state WAITING, PACKED, DELIVERED or PARKED
   * @param settledAt when it was delivered or parked
   * @param note what the receipt says of it, or why it is parked; else empty
   */
  public record InstanceTrace(
      String id,
      String sopInstanceUid,
      String sha256,
      long length,
      Instant receivedAt,
      Optional<Instant> routedAt,
      String destination,
      String reason,
      Urgency urgency,
      String preparation,
      Optional<AttributeChanges> changes,
      Optional<Instant> preparedAt,
      Optional<Long> preparedLength,
      Optional<String> pack,
      String state,
      Optional<Instant> settledAt,
      String note) {}
}
