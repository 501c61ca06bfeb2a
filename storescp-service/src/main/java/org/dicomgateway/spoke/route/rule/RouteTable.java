package org.dicomgateway.spoke.route.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dicomgateway.spoke.change.ChangedValue;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.route.rule.Verdict.Kind;

/**
 * Rules, read from top to bottom: the first that matches decides, unless it says that reading goes
 * on. Immutable and thread-safe.
 */
public record RouteTable(List<Rule> rules) {
  /** What holds while nobody has written routes. */
  public static final RouteTable EVERYTHING_TO_THE_HUB =
      new RouteTable(
          List.of(
              new Rule(
                  "everything to the hub",
                  0,
                  new Condition.All(List.of()),
                  Actions.send(Destination.HUB),
                  false)));

  public RouteTable {
    rules = List.copyOf(rules);
  }

  /** How many rules people wrote. */
  public int written() {
    return equals(EVERYTHING_TO_THE_HUB) ? 0 : rules.size();
  }

  /** Whether a rule asks which instance of its study one is, so that they have to be counted. */
  public boolean counts() {
    return rules.stream().anyMatch(rule -> counts(rule.when()));
  }

  private static boolean counts(Condition condition) {
    return switch (condition) {
      case Condition.All(List<Condition> all) -> all.stream().anyMatch(RouteTable::counts);
      case Condition.Any(List<Condition> any) -> any.stream().anyMatch(RouteTable::counts);
      case Condition.Not(Condition one) -> counts(one);
      case Condition.Instances _ -> true;
      default -> false;
    };
  }

  /** Whether what was held once has been released by a person. */
  public enum Release {
    NOT_RELEASED,
    RELEASED
  }

  /** Decides. */
  public Verdict decide(Subject subject, Release release) {
    Reading reading = new Reading(release);
    for (Rule rule : rules) {
      if (rule.when().holds(subject) && reading.take(rule)) {
        break;
      }
    }
    return reading.verdict(subject);
  }

  /** Decides, and tells of each rule that was read whether it matched and what was seen. */
  public Explanation explain(Subject subject, Release release) {
    Reading reading = new Reading(release);
    List<Explanation.Finding> findings = new ArrayList<>();
    for (Rule rule : rules) {
      boolean matched = rule.when().holds(subject);
      findings.add(
          new Explanation.Finding(
              rule.name(), rule.line(), matched, rule.when().seen(subject).toList()));
      if (matched && reading.take(rule)) {
        break;
      }
    }
    Verdict verdict = reading.verdict(subject);
    return new Explanation(findings, verdict, changes(verdict, subject));
  }

  private static List<ChangedValue> changes(Verdict verdict, Subject subject) {
    return verdict.changes().isEmpty()
        ? List.of()
        : verdict.changes().differences(subject.header());
  }

  /** Of one instance. */
  private static final class Reading {
    private final Release release;
    private final List<String> matched = new ArrayList<>();
    private Actions actions = Actions.NONE;

    Reading(Release release) {
      this.release = release;
    }

    /** Whether reading ends with this rule; what is only held is decided below once released. */
    boolean take(Rule rule) {
      Actions its = release == Release.RELEASED ? rule.actions().released() : rule.actions();
      matched.add(rule.name());
      actions = actions.and(its);
      return !rule.goesOn() && its.decide();
    }

    Verdict verdict(Subject subject) {
      Kind kind = kind();
      return new Verdict(
          kind,
          actions.destinations(),
          actions.urgency().orElse(subject.asSent()),
          actions.compressed().orElse(true),
          actions.changes(),
          matched,
          reason(kind));
    }

    private Kind kind() {
      if (actions.hold().isPresent()) {
        return Kind.HOLD;
      }
      if (!actions.destinations().isEmpty()) {
        return Kind.SEND;
      }
      return actions.drop().isPresent() ? Kind.DROP : Kind.UNROUTED;
    }

    private String reason(Kind kind) {
      return switch (kind) {
        case SEND -> "by " + names();
        case HOLD -> "held by " + names() + said(actions.hold());
        case DROP -> "dropped by " + names() + said(actions.drop());
        case UNROUTED -> "no rule says where it goes";
      };
    }

    private String names() {
      return String.join(", ", matched.stream().map("'%s'"::formatted).toList());
    }

    private static String said(Optional<String> reason) {
      return reason.filter(text -> !text.isEmpty()).map(": %s"::formatted).orElse("");
    }
  }
}
