package org.dicomgateway.spoke.route;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.dicomgateway.spoke.forward.Forwarder;
import org.dicomgateway.spoke.forward.Urgency;
import org.dicomgateway.spoke.spool.DamagedFileException;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands what the spool holds to the forwarder, with a destination. Thread-safe. */
public final class Router {
  private static final Logger log = LoggerFactory.getLogger(Router.class);

  private final Forwarder forwarder;
  private final UrgencyRules urgency;

  public Router(Forwarder forwarder, UrgencyRules urgency) {
    this.forwarder = forwarder;
    this.urgency = urgency;
  }

  /** Decides where an instance goes and how soon. */
  Decision decide(SpooledInstance instance) {
    UrgencyRules.Verdict verdict = urgency.of(instance);
    String reason = "the hub is the only destination; " + verdict.reason();
    return new Decision.Send(Forwarder.HUB, verdict.urgency(), reason);
  }

  /** Takes an instance that is safe in the spool; returns before anything is sent. */
  public void route(SpooledInstance instance) throws InterruptedException {
    switch (decide(instance)) {
      case Decision.Send(String destination, Urgency soon, String reason) ->
          forwarder.accept(instance, destination, soon, reason);
    }
  }

  /**
   * Routes what the spool holds and the forwarder does not know: acknowledged just before the last
   * process ended, or everything when the queue's database is lost. Damaged files are set aside.
   *
   * @return how many instances were taken up
   */
  public int routeForgotten(Spool spool) throws IOException, InterruptedException {
    Set<String> known = forwarder.known();
    int count = 0;
    for (String id : spool.ids()) {
      if (!known.contains(id) && routeFromFile(spool, id)) {
        count++;
      }
    }
    return count;
  }

  private boolean routeFromFile(Spool spool, String id) throws IOException, InterruptedException {
    try {
      route(spool.read(id));
      return true;
    } catch (DamagedFileException e) {
      Path aside = spool.setAside(id);
      log.error("instance file {}: {}; set aside in {} to be looked at", id, e.getMessage(), aside);
      return false;
    }
  }
}
