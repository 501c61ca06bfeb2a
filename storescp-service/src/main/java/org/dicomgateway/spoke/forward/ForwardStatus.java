package org.dicomgateway.spoke.forward;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How things stand between this spoke and the hub.
 *
 * @param pausedSince when a person stopped the sending; empty if nobody did
 * @param bytesPerSecond what one pack lately had of the line
 * @param instances number and bytes by state: WAITING, PACKED, DELIVERED, PARKED
 * @param oldestWaiting when the longest waiting instance was received
 * @param studies what is on its way or parked, by study, the longest waiting first, at most {@value
 *     QueueReport#MOST_ROWS}
 * @param parked likewise, the latest first
 */
public record ForwardStatus(
    LineStatus line,
    Optional<Instant> pausedSince,
    long bytesPerSecond,
    Map<String, Amount> instances,
    Optional<Instant> oldestWaiting,
    List<Study> studies,
    List<PackProgress> packs,
    List<Parked> parked) {

  /**
   * @param state UP, DOWN or REFUSED (the token)
   * @param lastError empty if the line is up
   */
  public record LineStatus(String state, Instant since, String lastError) {}

  public record Amount(long count, long bytes) {}

  /**
   * @param undelivered bytes without a receipt
   */
  public record Study(
      String studyInstanceUid,
      long waiting,
      long packed,
      long delivered,
      long parked,
      long undelivered) {}

  /**
   * @param length bytes of the pack; 0 until it is laid out
   * @param arrived bytes of it the hub has
   */
  public record PackProgress(
      String pack, String studyInstanceUid, int instances, long length, long arrived) {}

  public record Parked(
      String id, String sopInstanceUid, String studyInstanceUid, String reason, Instant since) {}

  /** Instances and bytes without a receipt. */
  public Amount backlog() {
    Amount waiting = instances.get(InstanceState.WAITING.name());
    Amount packed = instances.get(InstanceState.PACKED.name());
    return new Amount(waiting.count() + packed.count(), waiting.bytes() + packed.bytes());
  }
}
