package org.dicomgateway.spoke.forward;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dicomgateway.spoke.destination.Amount;
import org.dicomgateway.spoke.destination.LimitInForce;
import org.dicomgateway.spoke.destination.Parked;
import org.dicomgateway.spoke.destination.QueuedStudy;

/**
 * How things stand between this spoke and the hub.
 *
 * @param pausedSince when a person stopped the sending; empty if nobody did
 * @param limits of bandwidth that hold now, by the urgency of what they hold
 * @param bytesPerSecond what the line carries now, all packs together; 0 while it is down
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
    List<QueuedStudy> studies,
    List<PackProgress> packs,
    List<Parked> parked) {

  /**
   * @param state UP, DOWN or REFUSED (the token)
   * @param lastError empty if the line is up
   */
  public record LineStatus(String state, Instant since, String lastError) {}

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

  /** Instances and bytes without a receipt, parked ones aside. */
  public Amount backlog() {
    Amount waiting = instances.get(InstanceState.WAITING.name());
    Amount packed = instances.get(InstanceState.PACKED.name());
    return waiting.plus(packed);
  }
}
