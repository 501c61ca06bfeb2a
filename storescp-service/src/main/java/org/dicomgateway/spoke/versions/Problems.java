package org.dicomgateway.spoke.versions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong, so that people are told all of it at once. For one thread. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  public void add(Node where, String message) {
    add(where.getStartMark(), message);
  }

  void add(Mark where, String message) {
    found.add(new Problem(where.getLine() + 1, where.getColumn() + 1, message));
  }

  void addAtStart(String message) {
    found.add(new Problem(1, 1, message));
  }

  /** How many there are. */
  public int count() {
    return found.size();
  }

  /**
   * Says all there are.
   *
   * @param failure made of them, in the order of the text
   */
  public <E extends UnusableTextException> void throwIfAny(Function<List<Problem>, E> failure)
      throws E {
    if (!found.isEmpty()) {
      found.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
      throw failure.apply(found);
    }
  }
}
