package org.dicomgateway.codec.jpegls;

import java.util.random.RandomGenerator;

/** Frames of every kind that a codec may stumble over. */
enum Pictures {
  /** Nothing but one run. */
  CONSTANT,
  /** All errors are large: codes that are cut off. */
  NOISE,
  /** Both ends of the range in turn: errors that wrap around. */
  EXTREMES,
  /** A slope with a little noise, as photographs have it. */
  RAMP,
  /** Areas that are flat: runs of all lengths and their ends. */
  PATCHES,
  /** Flat with single samples that are off. */
  SPECKS;

  short[] draw(FrameShape shape, RandomGenerator random) {
    short[] samples = new short[shape.samples()];
    int flat = random.nextInt(shape.maximum() + 1);
    for (int i = 0; i < samples.length; i++) {
      int x = i / shape.samplesPerPixel() % shape.columns();
      int y = i / shape.samplesPerPixel() / shape.columns();
      if (this == PATCHES && random.nextInt(60) == 0) {
        flat = random.nextInt(shape.maximum() + 1);
      }
      samples[i] = (short) Math.min(shape.maximum(), sample(x, y, flat, shape, random));
    }
    return samples;
  }

  private int sample(int x, int y, int flat, FrameShape shape, RandomGenerator random) {
    int maximum = shape.maximum();
    return switch (this) {
      case CONSTANT, PATCHES -> flat;
      case NOISE -> random.nextInt(maximum + 1);
      case EXTREMES -> random.nextBoolean() ? maximum : 0;
      case RAMP ->
          (int) ((long) maximum * (x + y) / (shape.columns() + shape.rows())) + random.nextInt(3);
      case SPECKS -> random.nextInt(30) == 0 ? random.nextInt(maximum + 1) : flat;
    };
  }
}
