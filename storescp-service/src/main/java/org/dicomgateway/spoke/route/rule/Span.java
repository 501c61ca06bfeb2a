package org.dicomgateway.spoke.route.rule;

/** Whole numbers from one to another, both included. */
record Span(long from, long to) {
  boolean contains(long number) {
    return number >= from && number <= to;
  }

  @Override
  public String toString() {
    return to == Long.MAX_VALUE ? "%d or more".formatted(from) : "%d to %d".formatted(from, to);
  }
}
