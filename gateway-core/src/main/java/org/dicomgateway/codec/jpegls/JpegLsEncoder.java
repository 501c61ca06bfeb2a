package org.dicomgateway.codec.jpegls;

/** Writes lossless JPEG-LS. */
public final class JpegLsEncoder {
  private JpegLsEncoder() {}

  /**
   * A frame as a codestream from SOI to EOI that decodes to the very same samples.
   *
   * @param samples unsigned, row by row, interleaved by pixel; not changed
   * @param shape with 1 or 3 samples per pixel
   * @throws IllegalArgumentException if there are more or fewer samples than the shape says, or one
   *     has more bits than its precision (overlays in unused bits: PS3.5 §8.1.1)
   */
  public static byte[] encode(short[] samples, FrameShape shape) {
    throw new UnsupportedOperationException();
  }
}
