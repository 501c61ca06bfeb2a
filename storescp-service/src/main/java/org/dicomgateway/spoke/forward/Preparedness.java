package org.dicomgateway.spoke.forward;

import java.time.Instant;

/** As what an instance goes on that was held. */
public sealed interface Preparedness {
  /** Nothing was made of it, and no rule changes it. */
  record AsReceived() implements Preparedness {}

  /** A rule changes it, but all of it is so already: it goes as it was received. */
  record NothingToChange() implements Preparedness {}

  /**
   * In another form.
   *
   * @param at when it was done
   * @param length bytes as it is sent
   * @param sha256 of what the hub restores of it: as it was received, but for changed attributes
   */
  record Prepared(Instant at, long length, String sha256, Form form) implements Preparedness {}

  /** What was made of it. */
  enum Form {
    /** Smaller, without loss; changed before if a rule wants it. */
    COMPRESSED,
    /** Only its attributes are others. */
    CHANGED
  }
}
