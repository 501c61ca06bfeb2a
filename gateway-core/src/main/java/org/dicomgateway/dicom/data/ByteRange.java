package org.dicomgateway.dicom.data;

/**
 * Neighbouring bytes of a stream or file.
 *
 * @param offset first byte, from 0
 * @param length number of bytes, from 0
 */
public record ByteRange(long offset, long length) {
  public ByteRange {
    if (offset < 0 || length < 0) {
      throw new IllegalArgumentException("negative range: " + offset + "+" + length);
    }
  }

  /** The first byte behind the range. */
  public long end() {
    return offset + length;
  }
}
