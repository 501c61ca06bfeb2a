package org.dicomgateway.spoke.forward;

import org.dicomgateway.spoke.destination.Urgency;

/** What one pack wants of the line, and what it has of it. Guarded by the gate's lock. */
final class Claim {
  private final String study;
  private final String pack;
  private Precedence precedence;
  private long unsent;
  private long piece;
  private boolean sending;
  private boolean waiting;
  private boolean asMuch;

  Claim(Pack pack) {
    this.study = pack.study();
    this.pack = pack.id();
    this.precedence = pack.precedence();
    this.unsent = pack.bytes();
  }

  String study() {
    return study;
  }

  String pack() {
    return pack;
  }

  Precedence precedence() {
    return precedence;
  }

  /** Bytes that are not on their way yet. */
  long unsent() {
    return unsent;
  }

  /** Bytes of the piece that is on its way; 0 if none is. */
  long piece() {
    return piece;
  }

  /** Whether the piece is as much as the line is believed to carry. */
  boolean asMuch() {
    return asMuch;
  }

  void hurry(Urgency urgency) {
    precedence = precedence.as(urgency);
  }

  void waits(long remaining) {
    unsent = remaining;
    sending = true;
    waiting = true;
  }

  void waitsNoLonger() {
    waiting = false;
  }

  void begins(long length, boolean limited) {
    asMuch = length < unsent && !limited;
    piece = length;
  }

  void passed(long bytes) {
    unsent -= bytes;
  }

  /** The piece ends before all its bytes have passed. */
  void cutShort() {
    asMuch = false;
  }

  void pieceEnded(long remaining) {
    piece = 0;
    unsent = remaining;
    sending = remaining > 0;
  }

  boolean isOvertakenBy(Claim other) {
    return other.hasBytesToSend() && other.precedence.isBefore(precedence);
  }

  /** By one that is more urgent, or as urgent, before it and waiting too. */
  boolean isHeldBy(Claim other) {
    return isOvertakenBy(other)
        || other != this
            && other.hasBytesToSend()
            && other.waiting
            && other.precedence.equals(precedence)
            && other.pack.compareTo(pack) < 0;
  }

  private boolean hasBytesToSend() {
    return sending && unsent > 0;
  }
}
