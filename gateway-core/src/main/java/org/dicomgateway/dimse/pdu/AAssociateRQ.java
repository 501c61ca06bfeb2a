package org.dicomgateway.dimse.pdu;

import java.util.List;

/**
 * A request for an association (PS3.8 §9.3.2).
 *
 * @param protocolVersion bit 0 set: version 1
 * @param calledAeTitle without padding
 * @param callingAeTitle without padding
 * @param applicationContext {@link #DICOM_APPLICATION_CONTEXT}
 * @param presentationContexts in the order proposed
 */
public record AAssociateRQ(
    int protocolVersion,
    String calledAeTitle,
    String callingAeTitle,
    String applicationContext,
    List<ProposedContext> presentationContexts,
    UserInformation userInformation)
    implements Pdu {
  static final int TYPE = 0x01;

  /** The only application context of DICOM (PS3.7 §A.2.1). */
  public static final String DICOM_APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1";

  /** The only version of the protocol (PS3.8 §9.3.2). */
  public static final int VERSION_1 = 1;

  /** A request of version 1 in DICOM's application context. */
  public static AAssociateRQ of(
      String calledAeTitle,
      String callingAeTitle,
      List<ProposedContext> presentationContexts,
      UserInformation userInformation) {
    return new AAssociateRQ(
        VERSION_1,
        calledAeTitle,
        callingAeTitle,
        DICOM_APPLICATION_CONTEXT,
        presentationContexts,
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

  static AAssociateRQ decode(ItemReader in) throws PduException {
    AssociateFields<ProposedContext> fields =
        AssociateFields.decode(in, ProposedContext.TYPE, ProposedContext::decode);
    return new AAssociateRQ(
        fields.protocolVersion(),
        fields.calledAeTitle(),
        fields.callingAeTitle(),
        fields.applicationContext(),
        fields.presentationContexts(),
        fields.userInformation());
  }
}
