package org.dicomgateway.spoke.destination;

import java.io.IOException;
import java.util.Set;

/** Makes destinations of their settings. Implementations are thread-safe. */
public interface DestinationFactory {
  /**
   * Opens a destination with the queue it had before; nothing is sent before it is started.
   *
   * @throws IOException if its queue, or a file that its settings name, cannot be used
   */
  Destination open(DestinationSettings settings) throws IOException;

  /** Names of all of which something is kept, also of those that were removed. */
  Set<String> kept() throws IOException;

  /** Deletes the queue of a destination that is closed, and all else that it kept. */
  void discard(String name) throws IOException;
}
