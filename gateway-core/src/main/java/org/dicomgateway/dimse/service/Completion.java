package org.dicomgateway.dimse.service;

import java.io.IOException;

/**
 * What is left to be done when the bytes of an instance are there, before its sender is answered.
 */
@FunctionalInterface
public interface Completion {
  /** Nothing is left. */
  Completion DONE = () -> {};

  /**
   * Called once, maybe by another thread, while the next instance is being received. When this
   * returns the sender is told Success and may delete its own.
   *
   * @throws DicomServiceException to answer with that status; the association goes on
   * @throws IOException to answer with {@link Status#PROCESSING_FAILURE}
   */
  void complete() throws DicomServiceException, IOException;
}
