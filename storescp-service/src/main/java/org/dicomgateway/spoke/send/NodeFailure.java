package org.dicomgateway.spoke.send;

import java.io.IOException;
import java.util.Optional;
import org.dicomgateway.dimse.association.AssociationException;
import org.dicomgateway.dimse.association.AssociationRejectedException;
import org.dicomgateway.dimse.pdu.AAssociateRJ.Reason;
import org.dicomgateway.spoke.destination.Probe;
import org.dicomgateway.tls.TlsFailure;

/**
 * Why there is no association with a node.
 *
 * @param isForAPerson whether it will not pass by itself
 */
record NodeFailure(String reason, String remedy, boolean isForAPerson, IOException cause) {
  static NodeFailure of(IOException e) {
    Optional<TlsFailure> insecure = TlsFailure.in(e);
    if (insecure.isPresent()) {
      return new NodeFailure(e.getMessage(), insecure.get().remedy(), true, e);
    }
    if (e instanceof AssociationRejectedException rejected) {
      return new NodeFailure(
          e.getMessage(), remedy(rejected), !rejected.rejection().isTransient(), e);
    }
    if (e instanceof AssociationException) {
      return new NodeFailure(
          e.getMessage(),
          "Is the address right, the node running, the way open (firewall, VPN)? Does it want TLS?",
          false,
          e);
    }
    return new NodeFailure(e.getMessage(), "Put the file in its place.", true, e);
  }

  private static String remedy(AssociationRejectedException rejected) {
    if (rejected.rejection().equals(Reason.CALLED_AE_TITLE_NOT_RECOGNIZED.pdu())) {
      return "Ask for the node's AE title, capitals too, and edit the destination.";
    }
    if (rejected.rejection().equals(Reason.CALLING_AE_TITLE_NOT_RECOGNIZED.pdu())) {
      return "Have the node know our AE title and address, or call by one that it knows.";
    }
    return rejected.rejection().isTransient()
        ? "The node is busy; it is tried again."
        : "Look into the node's log.";
  }

  Unavailable unavailable() {
    return isForAPerson
        ? Unavailable.refused("%s. %s".formatted(reason, remedy), cause)
        : Unavailable.down(reason, cause);
  }

  Probe probe() {
    return Probe.failed(reason, remedy);
  }
}
