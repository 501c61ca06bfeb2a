package org.dicomgateway.spoke.versions;

import java.util.List;
import java.util.stream.Collectors;

/** A text that people wrote and that cannot be used; nothing of it is. */
public abstract class UnusableTextException extends Exception {
  private final transient List<Problem> problems;

  protected UnusableTextException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** All that was found, in the order of the text. */
  public List<Problem> problems() {
    return problems;
  }
}
