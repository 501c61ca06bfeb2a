package org.dicomgateway.dimse.pdu;

/** The fixed fields that request and acceptance of an association share (PS3.8 §9.3.2). */
record AssociateFields(int protocolVersion, String calledAeTitle, String callingAeTitle) {
  static final int APPLICATION_CONTEXT = 0x10;
  private static final int RESERVED = 32;

  static AssociateFields decode(ItemReader in) throws PduException {
    int version = in.u16();
    in.skip(2);
    String called = in.aeTitle();
    String calling = in.aeTitle();
    in.skip(RESERVED);
    return new AssociateFields(version, called, calling);
  }

  static void encode(
      ItemWriter out, int version, String called, String calling, String applicationContext) {
    out.u16(version).u16(0).aeTitle(called).aeTitle(calling).zeros(RESERVED);
    out.item(APPLICATION_CONTEXT, item -> item.ascii(applicationContext));
  }
}
