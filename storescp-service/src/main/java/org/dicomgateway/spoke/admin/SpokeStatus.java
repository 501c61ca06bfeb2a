package org.dicomgateway.spoke.admin;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.dicomgateway.spoke.destination.ConfiguredDestinations;
import org.dicomgateway.spoke.destination.DestinationStatus;
import org.dicomgateway.spoke.destination.Destinations;
import org.dicomgateway.spoke.doctor.Doctor;
import org.dicomgateway.spoke.forward.ForwardSettings;
import org.dicomgateway.spoke.forward.ForwardStatus;
import org.dicomgateway.spoke.forward.Forwarder;
import org.dicomgateway.spoke.log.ServiceLog;
import org.dicomgateway.spoke.modality.Modalities;
import org.dicomgateway.spoke.receive.Importer;
import org.dicomgateway.spoke.route.Router;
import org.dicomgateway.spoke.route.Routes;
import org.dicomgateway.spoke.route.Studies;
import org.dicomgateway.spoke.spool.Space;
import org.dicomgateway.spoke.spool.Spool;

/**
 * All that {@code /api/status} says.
 *
 * @param at when it was so
 * @param disk of the spool
 * @param forward what is between here and the hub of the settings
 * @param destinations all of them, the hub first
 */
public record SpokeStatus(
    Instant at,
    Instant startedAt,
    String aeTitle,
    String site,
    URI hub,
    Space disk,
    ForwardStatus forward,
    List<DestinationStatus> destinations) {

  /** Tells the status as it is when asked. */
  public record Source(
      Instant startedAt,
      String aeTitle,
      ForwardSettings settings,
      Spool spool,
      Routes routes,
      Router router,
      Importer importer,
      Studies studies,
      Modalities modalities,
      ServiceLog log,
      Destinations destinations,
      ConfiguredDestinations configured,
      Doctor doctor,
      Forwarder forwarder) {
    SpokeStatus now() throws IOException {
      return new SpokeStatus(
          Instant.now(),
          startedAt,
          aeTitle,
          settings.site(),
          settings.hub(),
          spool.space(),
          forwarder.progress(),
          configured.statuses());
    }
  }
}
