package org.dicomgateway.spoke.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    List<Decision> page = ledger.after("", PAGE);
    while (!page.isEmpty()) {
      List<Decision> its =
          page.stream().filter(one -> one.destinations().contains(destination.name())).toList();
      Set<String> delivered =
          destination.delivered(its.stream().map(Decision::id).toList()).keySet();
      ledger.put(its.stream().map(one -> without(one, destination.name(), delivered)).toList());
      page = ledger.after(page.getLast().id(), PAGE);
    }
  }

  private static Decision without(Decision decision, String name, Set<String> delivered) {
    List<String> others = new ArrayList<>(decision.destinations());
    others.remove(name);
    boolean lost = others.isEmpty() && decision.goesOn() && !delivered.contains(decision.id());
    return lost
        ? decision.unrouted("'%s' was removed before it had it".formatted(name))
        : decision.goingTo(others);
  }
}
