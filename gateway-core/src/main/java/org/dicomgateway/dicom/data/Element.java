package org.dicomgateway.dicom.data;

/** One data element (PS3.5 §7.1). */
public record Element(int tag, VR vr, Value value) {

  /** Values of US, SS, UL, SL, UV or SV; UV as the 64 bits it has. A rest too short is left out. */
  public long[] longs() {
    return BinaryNumbers.longs(vr, bytes());
  }

  /** Values of FL or FD. A rest too short is left out. */
  public double[] doubles() {
    return BinaryNumbers.doubles(vr, bytes());
  }

  /** Values of AT. A rest too short is left out. */
  public int[] tags() {
    return BinaryNumbers.tags(bytes());
  }

  private byte[] bytes() {
    return value instanceof Value.Bytes(byte[] bytes) ? bytes : new byte[0];
  }
}
