package org.dicomgateway.hub.index;

import java.time.Instant;
import java.util.Optional;

/**
 * What came from a site.
 *
 * @param site its name
 * @param lastPack when the last was indexed; empty if there is none, or nobody knows
 * @param bytes of its packs, as they came
 * @param conflicts instances that also came with other bytes, which are kept but not served
 * @param instancesToday since a time, those again that came again
 * @param bytesToday likewise of packs
 */
public record SiteActivity(
    String site,
    Optional<Instant> lastPack,
    long packs,
    long studies,
    long bytes,
    long conflicts,
    long instancesToday,
    long bytesToday) {
  /** Of a site that has not sent yet. */
  public static SiteActivity none(String site) {
    return new SiteActivity(site, Optional.empty(), 0, 0, 0, 0, 0, 0);
  }
}
