package org.dicomgateway.spoke.forward;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.Limits;

/**
 * How instances go to the hub.
 *
 * @param name of the destination that the hub is
 * @param hub address, http or https
 * @param site name of this site at the hub
 * @param token the site's token, printed by {@code gateway hub site add}
 * @param packsInFlight sent at once, 1 to 16, receipts that are waited for included; how many of
 *     them the line carries is found out, so this is a bound for the memory
 * @param authorities PEM file of certificates to trust beside those of the Java runtime
 * @param proxy {@code http://[user:password@]host:port}, which is asked to CONNECT to the hub
 * @param limits of the bandwidth, until others are set
 */
public record ForwardSettings(
    String name,
    URI hub,
    String site,
    String token,
    int packsInFlight,
    Optional<Path> authorities,
    Optional<URI> proxy,
    Limits limits) {

  /** Straight to the hub, trusting whom the Java runtime trusts, as fast as the line is. */
  public ForwardSettings(URI hub, String site, String token, int packsInFlight) {
    this(
        Destination.HUB,
        hub,
        site,
        token,
        packsInFlight,
        Optional.empty(),
        Optional.empty(),
        Limits.NONE);
  }

  @Override
  public String toString() {
    return "site %s to %s".formatted(site, hub);
  }
}
