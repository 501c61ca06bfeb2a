package org.dicomgateway.hub.reading;

import java.io.InputStream;

/** Native YBR_FULL_422 as RGB (PS3.3 §C.7.6.3.1.2), colour by pixel: two pixels at a time. */
final class RgbStream extends ConvertedStream {
  private static final int STORED = 4;
  private static final int CONVERTED = 6;

  private RgbStream(InputStream in) {
    super(in, STORED, CONVERTED);
  }

  /** Frames of which each two pixels are stored as Y, Y, CB, CR of 8 bits each. */
  static FrameSource of(FrameSource stored) {
    return frame -> new RgbStream(stored.open(frame));
  }

  @Override
  int convert(byte[] stored, int length, byte[] rgb) {
    if (length < STORED) {
      return 0;
    }
    int blueness = stored[2] & 0xFF;
    int redness = stored[3] & 0xFF;
    put(rgb(stored[0] & 0xFF, blueness, redness), rgb, 0);
    put(rgb(stored[1] & 0xFF, blueness, redness), rgb, 3);
    return CONVERTED;
  }

  private static void put(int colour, byte[] rgb, int position) {
    rgb[position] = (byte) (colour >> 16);
    rgb[position + 1] = (byte) (colour >> 8);
    rgb[position + 2] = (byte) colour;
  }

  /** One pixel of YBR_FULL as 0xRRGGBB. */
  static int rgb(int luminance, int blueness, int redness) {
    double blue = blueness - 128.0;
    double red = redness - 128.0;
    return sample(luminance + 1.402 * red) << 16
        | sample(luminance - 0.344136 * blue - 0.714136 * red) << 8
        | sample(luminance + 1.772 * blue);
  }

  private static int sample(double value) {
    return Math.clamp(Math.round(value), 0, 255);
  }
}
