package org.dicomgateway.spoke.admin;

import java.io.IOException;
import java.net.URI;
import org.dicomgateway.spoke.forward.ForwardSettings;
import org.dicomgateway.spoke.forward.ForwardStatus;
import org.dicomgateway.spoke.forward.Forwarder;
import org.dicomgateway.spoke.spool.Spool;

/**
 * All that {@code /api/status} says.
 *
 * @param freeBytes of the spool's disk
 */
public record SpokeStatus(
    String aeTitle, String site, URI hub, long freeBytes, ForwardStatus forward) {

  /** Tells the status as it is when asked. */
  public record Source(String aeTitle, ForwardSettings settings, Spool spool, Forwarder forwarder) {
    SpokeStatus now() throws IOException {
      return new SpokeStatus(
          aeTitle, settings.site(), settings.hub(), spool.usableBytes(), forwarder.status());
    }
  }
}
