package org.dicomgateway.spoke.forward;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How things stand between this spoke and the hub.
 *
 * @param pausedSince when a person stopped the sending; empty if nobody did
 * @param limits of bandwidth that hold now, by the urgency of what they hold
 * @param bytesPerSecond what the line carries now, all packs together
 * @param secondsLeft until all is at the hub if that goes on; empty if nothing moves
 * @param instances number and bytes by state: WAITING, PACKED, DELIVERED, PARKED
 * @param oldestWaiting when the longest waiting instance was received
 * @param studies what is on its way or parked, by study, the most urgent and longest waiting first,
 *     at most {@value QueueReport#MOST_ROWS}
 * @param parked likewise, the latest first
 */
public record ForwardStatus(
    LineStatus line,
    Optional<Instant> pausedSince,
    List<LimitInForce> limits,
    long bytesPerSecond,
    Optional<Long> secondsLeft,
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
   * @param urgency of the most urgent that is not delivered
   * @param held of those that wait: how many are to be compressed first
   * @param undelivered bytes without a receipt
   * @param oldest when the first of its instances that has no receipt was received
   */
  public record Study(
      String studyInstanceUid,
      Urgency urgency,
      Reason reason,
      long waiting,
      long held,
      long packed,
      long delivered,
      long parked,
      long undelivered,
      Instant oldest) {
    Study because(Reason why) {
      return new Study(
          studyInstanceUid,
          urgency,
          why,
          waiting,
          held,
          packed,
          delivered,
          parked,
          undelivered,
          oldest);
    }
  }

  /**
   * @param length bytes of the pack; 0 until it is laid out
   * @param arrived bytes of it the hub has said it has
   * @param sent bytes of it given to the network
   * @param percent of the bytes that are sent, 0 to 100
   * @param secondsLeft if the line goes on as it does; empty if nothing moves
   */
  public record PackProgress(
      String pack,
      String studyInstanceUid,
      int instances,
      long length,
      long arrived,
      long sent,
      int percent,
      Optional<Long> secondsLeft) {}

  public record Parked(
      String id, String sopInstanceUid, String studyInstanceUid, String reason, Instant since) {}

  /** Instances and bytes without a receipt, parked ones aside. */
  public Amount backlog() {
    Amount waiting = instances.get(InstanceState.WAITING.name());
    Amount packed = instances.get(InstanceState.PACKED.name());
    return new Amount(waiting.count() + packed.count(), waiting.bytes() + packed.bytes());
  }
}
