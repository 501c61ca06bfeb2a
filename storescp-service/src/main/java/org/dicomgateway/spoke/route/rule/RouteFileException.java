package org.dicomgateway.spoke.route.rule;

import java.util.List;
import java.util.stream.Collectors;

/** A file of routes that cannot be used; nothing of it is. */
public final class RouteFileException extends Exception {
  private final transient List<Problem> problems;

  RouteFileException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** All that was found, in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }
}
