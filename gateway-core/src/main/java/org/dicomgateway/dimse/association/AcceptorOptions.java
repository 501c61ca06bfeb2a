package org.dicomgateway.dimse.association;

import java.net.InetSocketAddress;

/**
 * How an acceptor listens.
 *
 * @param address port 0: any free one
 * @param maximumAssociations served at once; more are rejected as a transient local limit. Too few
 *     turn modalities away, too many cost memory: about half a megabyte each
 */
public record AcceptorOptions(
    InetSocketAddress address,
    AcceptancePolicy policy,
    Timeouts timeouts,
    int maximumAssociations) {
  /** As many as fit into a small heap beside everything else. */
  public static final int MAXIMUM_ASSOCIATIONS = 64;

  public static AcceptorOptions of(InetSocketAddress address, AcceptancePolicy policy) {
    return new AcceptorOptions(address, policy, Timeouts.DEFAULT, MAXIMUM_ASSOCIATIONS);
  }

  public AcceptorOptions withTimeouts(Timeouts other) {
    return new AcceptorOptions(address, policy, other, maximumAssociations);
  }

  public AcceptorOptions withMaximumAssociations(int maximum) {
    return new AcceptorOptions(address, policy, timeouts, maximum);
  }
}
