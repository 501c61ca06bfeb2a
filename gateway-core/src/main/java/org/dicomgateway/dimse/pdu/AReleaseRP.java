package org.dicomgateway.dimse.pdu;

/** The answer to a request for release (PS3.8 §9.3.7). */
public record AReleaseRP() implements Pdu {
  static final int TYPE = 0x06;

  @Override
  public int type() {
    return TYPE;
  }

  @Override
  public void encodeBody(ItemWriter out) {
    out.zeros(4);
  }
}
