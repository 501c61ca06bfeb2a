package org.dicomgateway.spoke.versions;

/**
 * What is wrong with a text, and what to write instead.
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
