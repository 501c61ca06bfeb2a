package org.dicomgateway.spoke.destination;

/** Instances, and the bytes of all of them. */
public record Amount(long count, long bytes) {
  public static final Amount NONE = new Amount(0, 0);

  /** Both together. */
  public Amount plus(Amount other) {
    return new Amount(count + other.count, bytes + other.bytes);
  }
}
