package org.dicomgateway.dimse.pdu;

import java.util.ArrayList;
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
    AssociateFields fields = AssociateFields.decode(in);
    String applicationContext = "";
    List<NegotiatedContext> contexts = new ArrayList<>();
    UserInformation userInformation = UserInformation.EMPTY;
    while (in.hasRemaining()) {
      int type = in.itemType();
      ItemReader item = in.item(type);
      switch (type) {
        case AssociateFields.APPLICATION_CONTEXT -> applicationContext = item.uid();
        case NegotiatedContext.TYPE -> contexts.add(NegotiatedContext.decode(item));
        case UserInformation.TYPE -> userInformation = UserInformation.decode(item);
        default -> {} // PS3.8 §9.3.1: items not known are ignored
      }
    }
    return new AAssociateAC(
        fields.protocolVersion(),
        fields.calledAeTitle(),
        fields.callingAeTitle(),
        applicationContext,
        List.copyOf(contexts),
        userInformation);
  }
}
