package org.dicomgateway.hub.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.dicomgateway.codec.jpeg.ExtendedJpegDecoder;
import org.dicomgateway.codec.jpeg.GrayImage;

/**
 * A frame of JPEG Extended with more than 8 bits as native pixels: viewers' decoders draw such
 * frames some 30 Hounsfield units too bright.
 */
final class ExtendedJpegFrame {
  private ExtendedJpegFrame() {}

  /** Reads and closes the code stream. */
  static InputStream decode(InputStream codeStream, PixelModule pixels) throws IOException {
    try (codeStream) {
      GrayImage image = ExtendedJpegDecoder.decode(codeStream.readAllBytes());
      return new ByteArrayInputStream(littleEndian(image.samples(), pixels));
    }
  }

  private static byte[] littleEndian(short[] samples, PixelModule pixels) {
    int unused = pixels.signed() ? 32 - pixels.bitsStored() : 0;
    byte[] bytes = new byte[samples.length * 2];
    for (int i = 0; i < samples.length; i++) {
      int sample = samples[i] << unused >> unused;
      bytes[2 * i] = (byte) sample;
      bytes[2 * i + 1] = (byte) (sample >> 8);
    }
    return bytes;
  }
}
