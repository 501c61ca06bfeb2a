package org.dicomgateway.hub.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Native YBR_FULL_422 as RGB (PS3.3 §C.7.6.3.1.2), colour by pixel: two pixels at a time. */
final class RgbStream extends InputStream {
  private static final int STORED = 4;
  private static final int CONVERTED = 6;

  private final InputStream in;
  private final byte[] stored = new byte[STORED];
  private final byte[] rgb = new byte[CONVERTED];
  private int next = CONVERTED;

  private RgbStream(InputStream in) {
    this.in = in;
  }

  /** Frames of which each two pixels are stored as Y, Y, CB, CR of 8 bits each. */
  static FrameSource of(FrameSource stored) {
    return frame -> new RgbStream(new BufferedInputStream(stored.open(frame)));
  }

  @Override
  public int read() throws IOException {
    if (next == CONVERTED && !convert()) {
      return -1;
    }
    return rgb[next++] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = 0;
    while (count < length) {
      int value = read();
      if (value < 0) {
        return count == 0 && length > 0 ? -1 : count;
      }
      bytes[offset + count++] = (byte) value;
    }
    return count;
  }

  private boolean convert() throws IOException {
    if (in.readNBytes(stored, 0, STORED) < STORED) {
      return false;
    }
    convert(0, stored[0] & 0xFF);
    convert(3, stored[1] & 0xFF);
    next = 0;
    return true;
  }

  private void convert(int position, int luminance) {
    int converted = rgb(luminance, stored[2] & 0xFF, stored[3] & 0xFF);
    rgb[position] = (byte) (converted >> 16);
    rgb[position + 1] = (byte) (converted >> 8);
    rgb[position + 2] = (byte) converted;
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

  @Override
  public void close() throws IOException {
    in.close();
  }
}
