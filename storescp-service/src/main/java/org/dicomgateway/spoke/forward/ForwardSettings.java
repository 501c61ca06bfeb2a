package org.dicomgateway.spoke.forward;

import java.net.URI;
import java.time.Duration;

/**
 * How instances go to the hub.
 *
 * @param hub address, http or https
 * @param site name of this site at the hub
 * @param token the site's token, printed by {@code gateway hub site add}
 * @param packsInFlight sent at once, 1 to 16; too few leave a long line idle between a pack's last
 *     byte and its receipt, too many share a thin line into pieces that each take long
 * @param keep how long a delivered instance stays in the spool
 */
public record ForwardSettings(
    URI hub, String site, String token, int packsInFlight, Duration keep) {

  @Override
  public String toString() {
    return "site %s to %s".formatted(site, hub);
  }
}
