package org.dicomgateway.dimse.association;

import java.time.Duration;

/**
 * How long to wait for a peer.
 *
 * @param connect for the TCP connection
 * @param artim for the first request of a peer that connected, for its answer to ours, and for the
 *     end of the connection when all is said (PS3.8 §9.1.5); too short cuts off peers behind slow
 *     lines, too long keeps places for peers that never speak
 * @param idle for the next bytes on an association, responses included; too short cuts off an
 *     archive that thinks, or an ultrasound machine that keeps its association open while the probe
 *     is on the patient
 */
public record Timeouts(Duration connect, Duration artim, Duration idle) {
  public static final Timeouts DEFAULT =
      new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(10));
}
