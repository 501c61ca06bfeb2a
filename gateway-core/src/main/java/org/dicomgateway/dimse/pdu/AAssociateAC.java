package org.dicomgateway.dimse.pdu;

import java.util.List;

/**
 * Acceptance of an association (PS3.8 §9.3.3).
 *
 * @param calledAeTitle as it stood in the request; not to be tested by the receiver
 * @param callingAeTitle as it stood in the request; not to be tested by the receiver
 * @param presentationContexts an answer to each context proposed
 */
public record AAssociateAC(
    int protocolVersion,
    String calledAeTitle,
    String callingAeTitle,
    String applicationContext,
    List<NegotiatedContext> presentationContexts,
    UserInformation userInformation)
    implements AssociateReply {
  static final int TYPE = 0x02;

  /** The answer to a request. */
  public static AAssociateAC to(
      AAssociateRQ request, List<NegotiatedContext> contexts, UserInformation userInformation) {
    return new AAssociateAC(
        AAssociateRQ.VERSION_1,
        request.calledAeTitle(),
        request.callingAeTitle(),
        AAssociateRQ.DICOM_APPLICATION_CONTEXT,
        contexts,
        userInformation);
  }

  @Override
  public int type() {
    return TYPE;
  }

  @Override
  public void encodeBody(ItemWriter out) {
    AssociateFields.encode(out, protocolVersion, calledAeTitle, callingAeTitle, applicationContext);
    presentationContexts.forEach(context -> context.encode(out));
    userInformation.encode(out);
  }

  static AAssociateAC decode(ItemReader in) throws PduException {
    AssociateFields<NegotiatedContext> fields =
        AssociateFields.decode(in, NegotiatedContext.TYPE, NegotiatedContext::decode);
    return new AAssociateAC(
        fields.protocolVersion(),
        fields.calledAeTitle(),
        fields.callingAeTitle(),
        fields.applicationContext(),
        fields.presentationContexts(),
        fields.userInformation());
  }
}
