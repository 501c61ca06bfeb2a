package org.dicomgateway.spoke.route.rule;

import java.util.List;
import org.dicomgateway.spoke.change.AttributeChanges;
import org.dicomgateway.spoke.destination.Urgency;

/**
 * What becomes of an instance, and why.
 *
 * @param destinations where it goes; of what is held: once it is released
 * @param changes of its attributes on its way there
 * @param rules names of those that matched and had a say
 * @param reason for people
 */
public record Verdict(
    Kind kind,
    List<String> destinations,
    Urgency urgency,
    boolean compressed,
    AttributeChanges changes,
    List<String> rules,
    String reason) {

  /** All but SEND stay in the spool until a person says otherwise. */
  public enum Kind {
    SEND,
    HOLD,
    DROP,
    UNROUTED
  }

  public Verdict {
    destinations = List.copyOf(destinations);
    rules = List.copyOf(rules);
  }

  /** Kept whatever the rules say, which are asked once it is released. */
  public static Verdict held(Urgency urgency, String reason) {
    return new Verdict(
        Kind.HOLD, List.of(), urgency, true, AttributeChanges.NONE, List.of(), reason);
  }

  /** The same, with more to say of why. */
  public Verdict because(String more) {
    return new Verdict(
        kind, destinations, urgency, compressed, changes, rules, reason + "; " + more);
  }
}
