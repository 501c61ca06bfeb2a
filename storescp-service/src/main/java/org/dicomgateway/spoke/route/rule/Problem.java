package org.dicomgateway.spoke.route.rule;

/**
 * What is wrong with a file of routes, and what to write instead.
 *
 * @param line from 1
 * @param column from 1
 */
public record Problem(int line, int column, String message) {
  @Override
  public String toString() {
    return "line %d, column %d: %s".formatted(line, column, message);
  }
}
