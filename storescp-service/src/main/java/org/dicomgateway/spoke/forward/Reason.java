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
  /** A pack of it is on its way. */
  SENDING,
  /** Others go first, or it is gathered into a pack. */
  QUEUED,
  /** All that is left of it waits for a person. */
  PARKED;

  static Reason of(Study study, boolean paused, Line.State line) {
    if (study.waiting() + study.packed() == 0) {
      return PARKED;
    }
    if (paused) {
      return Reason.PAUSED;
    }
    return switch (line) {
      case DOWN -> LINE_DOWN;
      case REFUSED -> TOKEN_REFUSED;
      case UP -> study.packed() > 0 ? SENDING : QUEUED;
    };
  }
}
