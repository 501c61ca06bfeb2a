package org.dicomgateway.codec.jpegls;

/** Reads the bytes of markers and their segments. */
final class SegmentReader {
  private final byte[] bytes;
  private int position;

  SegmentReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int position() {
    return position;
  }

  void goTo(int newPosition) {
    position = newPosition;
  }

  int octet() throws JpegLsException {
    if (position >= bytes.length) {
      throw new JpegLsException(position, "the codestream ends early");
    }
    return bytes[position++] & 0xFF;
  }

  int word() throws JpegLsException {
    return octet() << 8 | octet();
  }

  /** The next marker, behind any number of bytes FF that fill up (T.81 B.1.1.2). */
  int marker() throws JpegLsException {
    int start = position;
    if (octet() != Marker.PREFIX) {
      throw new JpegLsException(start, "no marker");
    }
    int marker = octet();
    while (marker == Marker.PREFIX) {
      marker = octet();
    }
    return marker;
  }

  /** The length of what follows of a segment. */
  int segmentLength() throws JpegLsException {
    int length = word() - 2;
    if (length < 0 || length > bytes.length - position) {
      throw new JpegLsException(position - 2, "a segment of %d bytes".formatted(length + 2));
    }
    return length;
  }

  JpegLsException wrong(String what, int value) {
    return new JpegLsException(position, "%s %d is not read here".formatted(what, value));
  }
}
