package org.dicomgateway.spoke.destination;

/** Why a study is not at a destination yet. */
public enum Reason {
  /** A person has stopped the sending. */
  PAUSED,
  /** It cannot be reached. */
  LINE_DOWN,
  /** It does not accept us: our token, password, certificate or AE title. */
  TOKEN_REFUSED,
  /** A limit of bandwidth lets nothing as urgent pass now. */
  LIMITED,
  /** All that waits of it waits to be compressed. */
  PREPARING,
  /** A pack of it is on its way. */
  SENDING,
  /** Others go first, or it is gathered into a pack. */
  QUEUED,
  /** All that is left of it waits for a person. */
  PARKED;

  /**
   * Finds it.
   *
   * @param shut whether a limit lets nothing as urgent pass
   */
  public static Reason of(QueuedStudy study, Health.State health, boolean shut) {
    if (study.waiting() + study.packed() == 0) {
      return PARKED;
    }
    return switch (health) {
      case PAUSED -> PAUSED;
      case DOWN -> LINE_DOWN;
      case REFUSED -> TOKEN_REFUSED;
      case UP -> whileUp(study, shut);
    };
  }

  private static Reason whileUp(QueuedStudy study, boolean shut) {
    if (shut) {
      return LIMITED;
    }
    if (study.packed() > 0) {
      return SENDING;
    }
    return study.held() == study.waiting() ? PREPARING : QUEUED;
  }
}
