package org.dicomgateway.dimse.association;

import org.dicomgateway.dimse.pdu.AAssociateRJ;

/** The peer did not want the association. */
public final class AssociationRejectedException extends AssociationException {
  private final AAssociateRJ rejection;

  AssociationRejectedException(AAssociateRJ rejection) {
    super("association rejected: " + rejection.meaning());
    this.rejection = rejection;
  }

  public AAssociateRJ rejection() {
    return rejection;
  }
}
