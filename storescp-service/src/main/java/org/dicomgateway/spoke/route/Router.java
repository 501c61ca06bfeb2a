package org.dicomgateway.spoke.route;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.dicomgateway.spoke.forward.Forwarder;
import org.dicomgateway.spoke.spool.DamagedFileException;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands what the spool holds to the forwarder, with a destination. Thread-safe. */
public final class Router {
  private static final Logger log = LoggerFactory.getLogger(Router.class);
  private static final Decision TO_THE_HUB =
      new Decision.Send(Forwarder.HUB, "the hub is the only destination");

  private final Forwarder forwarder;

  public Router(Forwarder forwarder) {
    this.forwarder = forwarder;
  }

  /** Decides where an instance goes. */
  static Decision decide(SpooledInstance instance) {
    return TO_THE_HUB;
  }

  /** Takes an instance that is safe in the spool; returns before anything is sent. */
  public void route(SpooledInstance instance) throws InterruptedException {
    switch (decide(instance)) {
      case Decision.Send(String destination, String reason) ->
          forwarder.accept(instance, destination, reason);
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
