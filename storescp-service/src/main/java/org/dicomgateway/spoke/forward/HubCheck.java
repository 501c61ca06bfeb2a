package org.dicomgateway.spoke.forward;

import java.time.Duration;
import org.dicomgateway.spoke.destination.Probe;
import org.dicomgateway.spoke.destination.Timeline;

/** Asks whether the hub is there and takes what is sent. Thread-safe. */
final class HubCheck {
  /** Well before a firewall forgets the connection. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final HubClient hub;
  private final Line line;
  private final Gate gate;
  private final Timeline time;
  private final String site;

  HubCheck(HubClient hub, Line line, Gate gate, Timeline time, String site) {
    this.hub = hub;
    this.line = line;
    this.gate = gate;
    this.time = time;
    this.site = site;
  }

  /**
   * Asks at once and then now and again whether the hub is there while nothing else is sent: so
   * that the next image finds a connection that stands, and people the truth.
   */
  void heartbeat() throws InterruptedException {
    if (gate.isIdle() && line.status().state() != Line.State.REFUSED) {
      line.awaitTurn();
      try {
        hub.probe();
        line.reached();
      } catch (HubException e) {
        line.failed(e);
      }
    }
    time.sleep(HEARTBEAT);
  }

  /** Asks for a person, who wants to know what to do too. */
  Probe test() throws InterruptedException {
    try {
      hub.probe();
      // Which study is asked for does not matter: whether the token is taken does.
      hub.trace("1.2");
      line.works();
      return Probe.reached("the hub answers and takes the token of site " + site);
    } catch (HubException e) {
      return Probe.failed(e.getMessage(), remedy(e));
    }
  }

  private static String remedy(HubException e) {
    return switch (e.kind()) {
      case UNREACHABLE ->
          "see whether its address is right, the line is up, and no firewall is between";
      case TOKEN_REFUSED ->
          "run 'gateway hub site add' at the hub and give this spoke the token it prints";
      case TROUBLED -> "nothing here: the hub asks for patience, and what waits is sent later";
      case NOT_FOUND, WRONG_OFFSET, UNEXPECTED ->
          "see whether a gateway hub is at this address, and of which release";
    };
  }
}
