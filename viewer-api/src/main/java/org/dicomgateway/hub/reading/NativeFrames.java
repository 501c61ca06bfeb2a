package org.dicomgateway.hub.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.dicomgateway.dicom.data.ByteRange;

/**
 * Frames of native pixel data (PS3.5 §8.2), always little endian.
 *
 * @param pixelData all of the element's value
 * @param frameBits length of a frame; where frames of single bits do not fill bytes, they follow
 *     each other without a gap and are moved to the beginning of a byte
 * @param swapUnit width of the values that have to be swapped; 1 if they are little endian
 */
record NativeFrames(ByteSource source, ByteRange pixelData, long frameBits, int swapUnit)
    implements FrameSource {

  @Override
  public InputStream open(int frame) throws IOException {
    long firstBit = (frame - 1) * frameBits;
    long first = firstBit / 8;
    long end = Math.min((firstBit + frameBits + 7) / 8, pixelData.length());
    InputStream bytes = bytes(first, end);
    int shift = (int) (firstBit % 8);
    if (shift == 0) {
      return bytes;
    }
    try (bytes) {
      return new ByteArrayInputStream(shifted(bytes.readAllBytes(), shift));
    }
  }

  private InputStream bytes(long first, long end) throws IOException {
    long firstUnit = first / swapUnit * swapUnit;
    long endUnit = Math.min(Math.ceilDiv(end, swapUnit) * swapUnit, pixelData.length());
    InputStream units =
        source.read(new ByteRange(pixelData.offset() + firstUnit, endUnit - firstUnit));
    if (swapUnit == 1) {
      return units;
    }
    InputStream swapped = new SwappedStream(units, swapUnit);
    swapped.skipNBytes(first - firstUnit);
    return new LimitedInputStream(swapped, end - first);
  }

  /** The first pixel is the lowest bit (PS3.5 §8.1.1). */
  private byte[] shifted(byte[] bytes, int shift) {
    byte[] frame = new byte[(int) ((frameBits + 7) / 8)];
    for (int i = 0; i < frame.length; i++) {
      int low = (bytes[i] & 0xFF) >>> shift;
      int high = i + 1 < bytes.length ? (bytes[i + 1] & 0xFF) << (8 - shift) : 0;
      frame[i] = (byte) (low | high);
    }
    int surplus = (int) (frame.length * 8L - frameBits);
    frame[frame.length - 1] &= (byte) (0xFF >>> surplus);
    return frame;
  }
}
