package org.dicomgateway.spoke.forward;

import org.dicomgateway.spoke.forward.ForwardStatus.Study;

/** Why a study is not at the hub yet. */
public enum Reason {
  /** A person has stopped the sending. */
  PAUSED,
  /** The hub cannot be reached. */
  LINE_DOWN,
  /** The hub does not accept this spoke's token. */
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
   * @param shut whether a limit lets nothing as urgent pass
   */
  static Reason of(Study study, boolean paused, Line.State line, boolean shut) {
    if (study.waiting() + study.packed() == 0) {
      return PARKED;
    }
    if (paused) {
      return Reason.PAUSED;
    }
    return switch (line) {
      case DOWN -> LINE_DOWN;
      case REFUSED -> TOKEN_REFUSED;
      case UP -> whileUp(study, shut);
    };
  }

  private static Reason whileUp(Study study, boolean shut) {
    if (shut) {
      return LIMITED;
    }
    if (study.packed() > 0) {
      return SENDING;
    }
    return study.held() == study.waiting() ? PREPARING : QUEUED;
  }
}
