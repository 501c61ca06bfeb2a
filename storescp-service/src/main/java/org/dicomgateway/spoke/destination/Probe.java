package org.dicomgateway.spoke.destination;

/**
 * What came of asking a destination whether it would take instances.
 *
 * @param found what it answered, or what is wrong
 * @param remedy what to do about it; empty if nothing is
 */
public record Probe(Outcome outcome, String found, String remedy) {
  /** Whether it would. */
  public enum Outcome {
    REACHED,
    FAILED
  }

  public static Probe reached(String found) {
    return new Probe(Outcome.REACHED, found, "");
  }

  public static Probe failed(String found, String remedy) {
    return new Probe(Outcome.FAILED, found, remedy);
  }
}
