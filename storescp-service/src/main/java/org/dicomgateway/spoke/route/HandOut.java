package org.dicomgateway.spoke.route;

import java.util.Optional;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.Destinations;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands instances to the destinations that were decided. Thread-safe. */
final class HandOut {
  private static final Logger log = LoggerFactory.getLogger(HandOut.class);

  private final Destinations destinations;

  HandOut(Destinations destinations) {
    this.destinations = destinations;
  }

  /** To all of them; what each has already it does not take twice. */
  void handOut(SpooledInstance instance, Decision decision) throws InterruptedException {
    if (!decision.goesOn()) {
      log.info(
          "instance {} of study {} is not sent: {}",
          decision.sopInstanceUid(),
          decision.studyInstanceUid(),
          decision.dispatch().reason());
      return;
    }
    for (String name : decision.destinations()) {
      Optional<Destination> destination = destinations.named(name);
      if (destination.isPresent()) {
        destination.get().accept(instance, decision.dispatch());
      } else {
        log.error(
            "instance {} of study {} is to go to '{}', which is not there now; it is kept, and goes"
                + " there when it is. `gateway spoke study send {} --to …` sends it elsewhere",
            decision.sopInstanceUid(),
            decision.studyInstanceUid(),
            name,
            decision.studyInstanceUid());
      }
    }
  }
}
