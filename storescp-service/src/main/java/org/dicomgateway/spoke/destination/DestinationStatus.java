package org.dicomgateway.spoke.destination;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How things stand between this spoke and one destination.
 *
 * @param kind hub, dicom, stow or folder
 * @param address where that is, for people, without secrets
 * @param limits of bandwidth that hold now, by the urgency of what they hold
 * @param bytesPerSecond what is sent now; 0 while it is down
 * @param instances number and bytes, as they were received, by each state
 * @param oldestWaiting when the longest waiting instance was received
 */
public record DestinationStatus(
    String name,
    String kind,
    String address,
    Health health,
    List<LimitInForce> limits,
    long bytesPerSecond,
    Map<DeliveryState, Amount> instances,
    Optional<Instant> oldestWaiting) {

  /** Of one that cannot be opened: a file that its settings name is missing, or its queue. */
  static DestinationStatus broken(String name, Instant since, String why) {
    return new DestinationStatus(
        name,
        "",
        "",
        new Health(Health.State.REFUSED, since, "cannot be opened: " + why),
        List.of(),
        0,
        Map.of(
            DeliveryState.WAITING, Amount.NONE,
            DeliveryState.SENDING, Amount.NONE,
            DeliveryState.DELIVERED, Amount.NONE,
            DeliveryState.PARKED, Amount.NONE),
        Optional.empty());
  }

  /** Instances and bytes that are to be delivered yet, parked ones aside. */
  public Amount backlog() {
    return instances.get(DeliveryState.WAITING).plus(instances.get(DeliveryState.SENDING));
  }
}
