package org.dicomgateway.dimse.pdu;

import java.io.IOException;
import java.io.OutputStream;

/** Writes protocol data units to a stream, each in one write. */
public final class PduWriter {
  private final OutputStream out;

  public PduWriter(OutputStream out) {
    this.out = out;
  }

  public void write(Pdu pdu) throws IOException {
    out.write(encode(pdu));
  }

  /** The unit's bytes, header included. */
  public static byte[] encode(Pdu pdu) {
    ItemWriter body = new ItemWriter();
    pdu.encodeBody(body);
    return new ItemWriter()
        .u8(pdu.type())
        .u8(0)
        .u32(body.size())
        .bytes(body.toByteArray())
        .toByteArray();
  }
}
