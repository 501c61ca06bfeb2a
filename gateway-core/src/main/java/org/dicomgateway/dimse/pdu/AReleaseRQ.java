package org.dicomgateway.dimse.pdu;

/** A request to end the association in good order (PS3.8 §9.3.6). */
public record AReleaseRQ() implements Pdu {
  static final int TYPE = 0x05;

  @Override
  public int type() {
    return TYPE;
  }

  @Override
  public void encodeBody(ItemWriter out) {
    out.zeros(4);
  }
}
