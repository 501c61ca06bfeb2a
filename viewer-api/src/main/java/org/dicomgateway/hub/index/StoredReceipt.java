package org.dicomgateway.hub.index;

import org.dicomgateway.transfer.Receipt;

/** A receipt as the index keeps it. */
final class StoredReceipt {
  private StoredReceipt() {}

  static byte[] write(Receipt receipt) {
    return Deflated.deflate(JsonDataSet.JSON.writeValueAsBytes(receipt));
  }

  static Receipt read(byte[] bytes) {
    return JsonDataSet.JSON.readValue(Deflated.inflate(bytes), Receipt.class);
  }
}
