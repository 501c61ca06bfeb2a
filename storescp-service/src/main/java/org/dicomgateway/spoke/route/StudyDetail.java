package org.dicomgateway.spoke.route;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dicomgateway.spoke.destination.DeliveryState;

/**
 * A study in the spool, down to its instances.
 *
 * @param instances in the order of their receipt
 */
public record StudyDetail(StudySummary study, List<InstanceDetail> instances) {

  /**
   * @param id name of its file in the spool
   * @param reason of what was decided
   * @param destinations how far it has come on its way to each
   */
  public record InstanceDetail(
      String id,
      String seriesInstanceUid,
      String sopInstanceUid,
      String modality,
      Instant receivedAt,
      long length,
      Standing standing,
      String reason,
      Map<String, DeliveryState> destinations) {}
}
