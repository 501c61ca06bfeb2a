package org.dicomgateway.dimse.pdu;

import java.util.ArrayList;
import java.util.List;

/**
 * What request and acceptance of an association share (PS3.8 §9.3.2, §9.3.3): all but the kind of
 * their presentation contexts.
 */
record AssociateFields<C>(
    int protocolVersion,
    String calledAeTitle,
    String callingAeTitle,
    String applicationContext,
    List<C> presentationContexts,
    UserInformation userInformation) {
  private static final int APPLICATION_CONTEXT = 0x10;
  private static final int RESERVED = 32;

  /** Reads one presentation context out of its item. */
  interface ContextDecoder<C> {
    C decode(ItemReader item) throws PduException;
  }

  static <C> AssociateFields<C> decode(ItemReader in, int contextType, ContextDecoder<C> decoder)
      throws PduException {
    int version = in.u16();
    in.skip(2);
    String called = in.aeTitle();
    String calling = in.aeTitle();
    in.skip(RESERVED);
    String applicationContext = "";
    List<C> contexts = new ArrayList<>();
    UserInformation userInformation = UserInformation.EMPTY;
    while (in.hasRemaining()) {
      int type = in.itemType();
      ItemReader item = in.item(type);
      if (type == APPLICATION_CONTEXT) {
        applicationContext = item.uid();
      } else if (type == contextType) {
        contexts.add(decoder.decode(item));
      } else if (type == UserInformation.TYPE) {
        userInformation = UserInformation.decode(item);
      } // PS3.8 §9.3.1: items not known are ignored
    }
    return new AssociateFields<>(
        version, called, calling, applicationContext, List.copyOf(contexts), userInformation);
  }

  static void encode(
      ItemWriter out, int version, String called, String calling, String applicationContext) {
    out.u16(version).u16(0).aeTitle(called).aeTitle(calling).zeros(RESERVED);
    out.item(APPLICATION_CONTEXT, item -> item.ascii(applicationContext));
  }
}
