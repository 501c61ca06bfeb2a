package org.dicomgateway.dimse.association;

/** What an acceptor does with an association it has accepted. */
@FunctionalInterface
public interface AssociationHandler {
  /**
   * Serves the association on a virtual thread of its own until it is released; closing it is not
   * the handler's duty. Called by many threads at once.
   *
   * @throws AssociationException when the association ended otherwise
   */
  void handle(Association association) throws AssociationException;
}
