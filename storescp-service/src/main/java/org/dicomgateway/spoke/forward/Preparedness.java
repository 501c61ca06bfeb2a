package org.dicomgateway.spoke.forward;

import java.time.Instant;

/** As what an instance goes on that was held. */
public sealed interface Preparedness {
  /** Nothing was made of it. */
  record AsReceived() implements Preparedness {}

  /**
   * Smaller, without loss.
   *
   * @param at when it was done
   * @param length bytes as it is sent
   */
  record Prepared(Instant at, long length) implements Preparedness {}
}
