package org.dicomgateway.spoke.route;

import java.util.Set;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.spool.SpooledInstance;

/**
 * How urgent instances are. Modalities mostly send everything as MEDIUM, so whom it comes from
 * counts before what its command says.
 *
 * @param statFrom calling AE titles whose instances are stat, whatever else is said
 * @param backgroundFrom calling AE titles whose instances can wait
 */
public record UrgencyRules(Set<String> statFrom, Set<String> backgroundFrom) {
  /** By what the sender says alone. */
  public static final UrgencyRules BY_PRIORITY = new UrgencyRules(Set.of(), Set.of());

  public UrgencyRules {
    statFrom = Set.copyOf(statFrom);
    backgroundFrom = Set.copyOf(backgroundFrom);
  }

  record Verdict(Urgency urgency, String reason) {}

  Verdict of(SpooledInstance instance) {
    String sender = instance.sender().callingAet();
    if (statFrom.contains(sender)) {
      return new Verdict(Urgency.STAT, "all from " + sender + " is stat");
    }
    if (backgroundFrom.contains(sender)) {
      return new Verdict(Urgency.BACKGROUND, "all from " + sender + " is background");
    }
    return new Verdict(
        switch (instance.priority()) {
          case HIGH -> Urgency.STAT;
          case MEDIUM -> Urgency.NORMAL;
          case LOW -> Urgency.BACKGROUND;
        },
        "sent with priority " + instance.priority());
  }
}
