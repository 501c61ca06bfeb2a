package org.dicomgateway.codec.jpeg;

import java.io.IOException;

/** Bits of an entropy-coded segment (T.81 §F.2.2.5): stuffed bytes left out, ending at a marker. */
final class EntropyBits {
  private final byte[] stream;
  private int position;
  private int buffer;
  private int available;

  EntropyBits(byte[] stream, int position) {
    this.stream = stream;
    this.position = position;
  }

  int position() {
    return position;
  }

  int next() throws IOException {
    if (available == 0) {
      buffer = nextByte();
      available = 8;
    }
    available--;
    return buffer >> available & 1;
  }

  /** A value of some bits, extended to its sign (T.81 §F.2.2.1). */
  int signed(int length) throws IOException {
    int value = 0;
    for (int i = 0; i < length; i++) {
      value = value << 1 | next();
    }
    return length > 0 && value < 1 << (length - 1) ? value - (1 << length) + 1 : value;
  }

  /** Goes on behind the next restart marker (T.81 §F.2.1.3.1). */
  void restart() throws IOException {
    available = 0;
    while (position + 1 < stream.length) {
      int marker = stream[position + 1] & 0xFF;
      if (stream[position] == (byte) 0xFF && marker >= 0xD0 && marker <= 0xD7) {
        position += 2;
        return;
      }
      position++;
    }
    throw new IOException("JPEG: restart marker is missing");
  }

  private int nextByte() throws IOException {
    if (position >= stream.length) {
      throw new IOException("JPEG: the scan ends early");
    }
    int value = stream[position++] & 0xFF;
    if (value == 0xFF) {
      if (position < stream.length && stream[position] != 0) {
        throw new IOException("JPEG: marker within the scan at byte " + position);
      }
      position++;
    }
    return value;
  }
}
