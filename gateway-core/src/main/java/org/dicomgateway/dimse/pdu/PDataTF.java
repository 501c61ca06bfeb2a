package org.dicomgateway.dimse.pdu;

import java.util.ArrayList;
import java.util.List;

/**
 * Transfer of data: fragments of messages (PS3.8 §9.3.5).
 *
 * @param values one at least, and none after {@link PresentationDataValue#isLast} data set
 */
public record PDataTF(List<PresentationDataValue> values) implements Pdu {
  static final int TYPE = 0x04;

  @Override
  public int type() {
    return TYPE;
  }

  @Override
  public void encodeBody(ItemWriter out) {
    values.forEach(value -> value.encode(out));
  }

  static PDataTF decode(ItemReader in) throws PduException {
    List<PresentationDataValue> values = new ArrayList<>(1);
    while (in.hasRemaining()) {
      values.add(PresentationDataValue.decode(in));
    }
    return new PDataTF(values);
  }
}
