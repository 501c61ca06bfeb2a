package org.dicomgateway.samples.badline;

/** How a connection breaks. What is on its way is lost, unless said otherwise. */
public enum Cut {
  /** Both ends are told (RST). */
  RESET,

  /** Nobody is told: both ends hear nothing more. */
  SILENT,

  /** The client is told, the server hears nothing more. */
  HALF_OPEN,

  /**
   * What the client sends is still delivered, but the next that the server says is kept back and
   * both ends are told: the client cannot know whether that was the answer it waits for.
   */
  LYING_RESET
}
