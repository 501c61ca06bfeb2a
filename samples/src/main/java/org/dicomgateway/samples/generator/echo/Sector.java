package org.dicomgateway.samples.generator.echo;

import static java.lang.StrictMath.atan2;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.sin;
import static java.lang.StrictMath.toRadians;

/** The fan a curved probe scans, as beams and as pixels. Immutable and thread-safe. */
final class Sector {
  static final int WIDTH = 800;
  static final int HEIGHT = 600;
  static final int BEAMS = 240;
  static final int SAMPLES = 620;

  /** Millimetres the probe sees. */
  static final double DEPTH = 150;

  /** Pixels for each millimetre. */
  static final double SCALE = 3.35;

  /** Pixel of the probe's face. */
  static final int MIDDLE = 400;

  static final int TOP = 48;

  private static final double CURVE = 11;
  private static final double HALF_ANGLE = toRadians(41);

  private final float[] beamOf = new float[WIDTH * HEIGHT];
  private final float[] sampleOf = new float[WIDTH * HEIGHT];

  Sector() {
    for (int index = 0; index < beamOf.length; index++) {
      double u = u(index);
      double v = v(index) + CURVE;
      double r = Math.sqrt(u * u + v * v) - CURVE;
      double angle = atan2(u, v);
      boolean within = r >= 0 && r < DEPTH - 0.5 && Math.abs(angle) < HALF_ANGLE;
      beamOf[index] = (float) ((angle / HALF_ANGLE + 1) / 2 * (BEAMS - 1));
      sampleOf[index] = within ? (float) (r / DEPTH * (SAMPLES - 1)) : -1;
    }
  }

  static double u(int index) {
    return (index % WIDTH - MIDDLE) / SCALE;
  }

  static double v(int index) {
    return (index / WIDTH - TOP) / SCALE;
  }

  static double angle(int beam) {
    return (2.0 * beam / (BEAMS - 1) - 1) * HALF_ANGLE;
  }

  static double range(double sample) {
    return sample * DEPTH / (SAMPLES - 1);
  }

  static double beamU(int beam, int sample) {
    return (range(sample) + CURVE) * sin(angle(beam));
  }

  static double beamV(int beam, int sample) {
    return (range(sample) + CURVE) * cos(angle(beam)) - CURVE;
  }

  boolean contains(int index) {
    return sampleOf[index] >= 0;
  }

  float beam(int index) {
    return beamOf[index];
  }

  float sample(int index) {
    return sampleOf[index];
  }

  /** The value that lies at a pixel between four samples of the beams. */
  float at(float[] beams, int index) {
    int beam = Math.min((int) beamOf[index], BEAMS - 2);
    int sample = Math.min((int) sampleOf[index], SAMPLES - 2);
    float across = beamOf[index] - beam;
    float along = sampleOf[index] - sample;
    int i = beam * SAMPLES + sample;
    float left = beams[i] + (beams[i + 1] - beams[i]) * along;
    float right = beams[i + SAMPLES] + (beams[i + SAMPLES + 1] - beams[i + SAMPLES]) * along;
    return left + (right - left) * across;
  }
}
