package org.dicomgateway.spoke.route.rule;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dicomgateway.settings.Hours;
import org.dicomgateway.spoke.modality.Network;

/** What has to hold of an instance for a rule to match. Immutable and thread-safe. */
public sealed interface Condition {
  boolean holds(Subject subject);

  /** What was seen that makes it hold or not, for people; at least one line. */
  Stream<String> seen(Subject subject);

  /** All of several; of none it holds. */
  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean holds(Subject subject) {
      for (Condition condition : conditions) {
        if (!condition.holds(subject)) {
          return false;
        }
      }
      return true;
    }

    /** The first that does not hold, else all. */
    @Override
    public Stream<String> seen(Subject subject) {
      if (conditions.isEmpty()) {
        return Stream.of("it takes everything");
      }
      return conditions.stream()
          .filter(condition -> !condition.holds(subject))
          .findFirst()
          .map(failing -> failing.seen(subject))
          .orElseGet(() -> conditions.stream().flatMap(condition -> condition.seen(subject)));
    }
  }

  /** One of several at least. */
  record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean holds(Subject subject) {
      for (Condition condition : conditions) {
        if (condition.holds(subject)) {
          return true;
        }
      }
      return false;
    }

    /** The first that holds, else all. */
    @Override
    public Stream<String> seen(Subject subject) {
      return conditions.stream()
          .filter(condition -> condition.holds(subject))
          .findFirst()
          .map(holding -> holding.seen(subject))
          .orElseGet(() -> conditions.stream().flatMap(condition -> condition.seen(subject)));
    }
  }

  record Not(Condition condition) implements Condition {
    @Override
    public boolean holds(Subject subject) {
      return !condition.holds(subject);
    }

    @Override
    public Stream<String> seen(Subject subject) {
      return condition.seen(subject).map(text -> text.replace("wanted is", "not wanted is"));
    }
  }

  record Is(Property property, Set<String> values) implements Condition {
    public Is {
      values = Set.copyOf(values);
    }

    @Override
    public boolean holds(Subject subject) {
      return values.contains(property.of(subject));
    }

    @Override
    public Stream<String> seen(Subject subject) {
      String value = property.of(subject);
      return Stream.of(
          "%s is %s, wanted is %s"
              .formatted(
                  property.word(),
                  value.isEmpty() ? "not given" : value,
                  String.join(" or ", new TreeSet<>(values))));
    }
  }

  record SentFrom(List<Network> networks) implements Condition {
    public SentFrom {
      networks = List.copyOf(networks);
    }

    @Override
    public boolean holds(Subject subject) {
      if (subject.address().isPresent()) {
        for (Network network : networks) {
          if (network.contains(subject.address().get())) {
            return true;
          }
        }
      }
      return false;
    }

    @Override
    public Stream<String> seen(Subject subject) {
      return Stream.of(
          "address is %s, wanted is %s"
              .formatted(
                  subject.instance().sender().address(),
                  String.join(" or ", networks.stream().map(Network::toString).toList())));
    }
  }

  record Attribute(AttributePath path, ValueTest test) implements Condition {
    @Override
    public boolean holds(Subject subject) {
      return test.holds(subject, path);
    }

    @Override
    public Stream<String> seen(Subject subject) {
      List<String> values = subject.values(path);
      return Stream.of(
          "%s is %s, wanted is %s"
              .formatted(path, values.isEmpty() ? "not there" : String.join(" \\ ", values), test));
    }
  }

  /** How many instances of the study have been received up to this one. */
  record Instances(Span span) implements Condition {
    @Override
    public boolean holds(Subject subject) {
      return span.contains(subject.instancesOfStudy());
    }

    @Override
    public Stream<String> seen(Subject subject) {
      return Stream.of(
          "it is instance %d of its study, wanted is %s"
              .formatted(subject.instancesOfStudy(), span));
    }
  }

  /** Bytes of the instance. */
  record Size(Span span) implements Condition {
    @Override
    public boolean holds(Subject subject) {
      return span.contains(subject.instance().length());
    }

    @Override
    public Stream<String> seen(Subject subject) {
      return Stream.of(
          "it has %d bytes, wanted is %s".formatted(subject.instance().length(), span));
    }
  }

  /** When it was received. */
  record During(Hours hours) implements Condition {
    @Override
    public boolean holds(Subject subject) {
      return hours.contains(subject.time());
    }

    @Override
    public Stream<String> seen(Subject subject) {
      return Stream.of(
          "it was received %1$ta %1$tH:%1$tM, wanted is %2$s".formatted(subject.time(), hours));
    }
  }
}
