package org.dicomgateway.dimse.association;

import java.util.List;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dimse.pdu.AAssociateRQ;
import org.dicomgateway.dimse.pdu.ProposedContext;
import org.dicomgateway.dimse.pdu.UserInformation;

/** Requests that tests send. */
final class Requests {
  static final ProposedContext VERIFICATION =
      new ProposedContext(1, UID.Verification, List.of(UID.ImplicitVRLittleEndian));

  private Requests() {}

  static AAssociateRQ calling(String calledAeTitle, ProposedContext... contexts) {
    return AAssociateRQ.of(
        calledAeTitle, "MODALITY", List.of(contexts), new UserInformation(List.of()));
  }

  static ProposedContext context(int id, String sopClass, String... transferSyntaxes) {
    return new ProposedContext(id, sopClass, List.of(transferSyntaxes));
  }
}
