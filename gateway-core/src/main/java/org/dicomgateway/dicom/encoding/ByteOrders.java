package org.dicomgateway.dicom.encoding;

/** Turns numbers round between big and little endian (PS3.5 §7.3). */
final class ByteOrders {
  private ByteOrders() {}

  /** Turns each whole unit round, in place; a rest stays as it is. */
  static void swap(byte[] bytes, int unitLength) {
    if (unitLength == 1) {
      return;
    }
    for (int start = 0; start + unitLength <= bytes.length; start += unitLength) {
      for (int i = start, j = start + unitLength - 1; i < j; i++, j--) {
        byte swapped = bytes[i];
        bytes[i] = bytes[j];
        bytes[j] = swapped;
      }
    }
  }
}
