package org.dicomgateway.spoke.route.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dicomgateway.spoke.change.AttributeChanges;
import org.dicomgateway.spoke.destination.Urgency;

/**
 * What becomes of instances that a rule matches. Parts that are empty leave it to other rules.
 *
 * @param destinations by name, in the order of the file
 * @param hold why they wait until a person releases them
 * @param drop why they go nowhere
 * @param compressed whether native images may be compressed without loss
 * @param changes of attributes; they add up, and what two rules change, the first does
 */
public record Actions(
    List<String> destinations,
    Optional<Urgency> urgency,
    Optional<String> hold,
    Optional<String> drop,
    Optional<Boolean> compressed,
    AttributeChanges changes) {
  static final Actions NONE =
      new Actions(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          AttributeChanges.NONE);

  static Actions send(String destination) {
    return new Actions(
        List.of(destination),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        AttributeChanges.NONE);
  }

  public Actions {
    destinations = List.copyOf(destinations);
  }

  /** Both: destinations add up; what is said once, the first says. */
  Actions and(Actions later) {
    Set<String> all = new LinkedHashSet<>(destinations);
    all.addAll(later.destinations);
    return new Actions(
        new ArrayList<>(all),
        urgency.or(later::urgency),
        hold.or(later::hold),
        drop.or(later::drop),
        compressed.or(later::compressed),
        changes.and(later.changes));
  }

  Actions released() {
    return new Actions(destinations, urgency, Optional.empty(), drop, compressed, changes);
  }

  /** Whether it is settled by these what becomes of an instance. */
  boolean decide() {
    return !destinations.isEmpty() || hold.isPresent() || drop.isPresent();
  }
}
