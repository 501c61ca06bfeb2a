package org.dicomgateway.spoke.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.dicomgateway.spoke.destination.Destination;

/** Takes a destination out of all decisions; nobody may decide meanwhile. */
final class Withdrawal {
  private static final int PAGE = 500;

  private final RouteLedger ledger;

  Withdrawal(RouteLedger ledger) {
    this.ledger = ledger;
  }

  /** What goes nowhere else, and this one has not got, is kept from now on. */
  void withdraw(Destination destination) {
    withdraw(
        destination.name(),
        "'%s' was removed before it had it".formatted(destination.name()),
        ids -> destination.delivered(ids).keySet());
  }

  /** Likewise of one that cannot say what it has got. */
  void withdrawUnknown(String name) {
    withdraw(
        name,
        "'%s' was removed, and whether it had it is not known".formatted(name),
        _ -> Set.of());
  }

  private void withdraw(
      String name, String why, Function<Collection<String>, Set<String>> deliveredOf) {
    List<Decision> page = ledger.after("", PAGE);
    while (!page.isEmpty()) {
      List<Decision> its = page.stream().filter(one -> one.destinations().contains(name)).toList();
      Set<String> delivered = deliveredOf.apply(its.stream().map(Decision::id).toList());
      ledger.put(
          its.stream().map(one -> without(one, name, delivered.contains(one.id()), why)).toList());
      page = ledger.after(page.getLast().id(), PAGE);
    }
  }

  private static Decision without(Decision decision, String name, boolean has, String why) {
    List<String> others = new ArrayList<>(decision.destinations());
    others.remove(name);
    boolean lost = others.isEmpty() && decision.goesOn() && !has;
    return lost ? decision.unrouted(why) : decision.goingTo(others);
  }
}
