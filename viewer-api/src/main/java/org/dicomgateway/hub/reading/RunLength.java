package org.dicomgateway.hub.reading;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** RLE Lossless (PS3.5 §G): each byte of each sample is a plane of its own, run-length coded. */
final class RunLength {
  private static final int HEADER = 64;

  private RunLength() {}

  /**
   * Decodes a frame, colour by plane, little endian.
   *
   * @throws UnrenderableException if the code is damaged
   */
  static byte[] decode(byte[] code, PixelModule pixels) throws UnrenderableException {
    int bytesPerSample = pixels.bitsAllocated() / 8;
    int planes = pixels.samplesPerPixel() * bytesPerSample;
    int count = Math.toIntExact(pixels.pixels());
    byte[] samples = new byte[count * planes];
    try {
      ByteBuffer header = ByteBuffer.wrap(code, 0, HEADER).order(ByteOrder.LITTLE_ENDIAN);
      if (header.getInt(0) != planes) {
        throw new UnrenderableException(header.getInt(0) + " RLE segments, not " + planes);
      }
      for (int plane = 0; plane < planes; plane++) {
        int start = header.getInt(4 + 4 * plane);
        int sample = plane / bytesPerSample;
        int significance = bytesPerSample - 1 - plane % bytesPerSample;
        int first = sample * count * bytesPerSample + significance;
        segment(code, start, samples, first, bytesPerSample, count);
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new UnrenderableException("the RLE frame is damaged");
    }
    return samples;
  }

  private static void segment(
      byte[] code, int start, byte[] samples, int first, int step, int count) {
    int from = start;
    int written = 0;
    while (written < count) {
      int control = code[from++];
      int length = control >= 0 ? control + 1 : control == -128 ? 0 : 1 - control;
      for (int i = 0; i < length && written < count; i++) {
        samples[first + step * written++] = code[control >= 0 ? from + i : from];
      }
      from += control >= 0 ? length : control == -128 ? 0 : 1;
    }
  }
}
