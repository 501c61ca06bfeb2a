package org.dicomgateway.codec.jpegls;

/**
 * What a frame's samples are. They lie row by row, interleaved by pixel, as unsigned values.
 *
 * @param columns 1 to 65535
 * @param rows 1 to 65535
 * @param samplesPerPixel 1 to 4
 * @param precision bits of a sample, 2 to 16
 */
public record FrameShape(int columns, int rows, int samplesPerPixel, int precision) {
  private static final int LARGEST_SIDE = 0xFFFF;
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  public FrameShape {
    check("columns", columns, 1, LARGEST_SIDE);
    check("rows", rows, 1, LARGEST_SIDE);
    check("samples per pixel", samplesPerPixel, 1, 4);
    check("precision", precision, 2, 16);
    if ((long) columns * rows * samplesPerPixel > LARGEST_ARRAY) {
      throw new IllegalArgumentException(
          "a frame of %d x %d x %d samples is too large".formatted(columns, rows, samplesPerPixel));
    }
  }

  /** Number of samples in the frame. */
  public int samples() {
    return columns * rows * samplesPerPixel;
  }

  /** Largest value of a sample (T.87 MAXVAL). */
  int maximum() {
    return (1 << precision) - 1;
  }

  private static void check(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s of a frame are %d, not %d to %d".formatted(what, value, least, most));
    }
  }
}
