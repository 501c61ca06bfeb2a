package org.dicomgateway.samples.generator.echo;

import org.dicomgateway.samples.generator.Noise;

/**
 * Sends a pulse down each beam: every bit of tissue throws back a random part of it, neighbours add
 * up or cancel out, and the sum's strength is what the eye knows as speckle. Thread-safe.
 */
record Pulses(Noise scatterers, Noise layers) {
  private static final float[] ALONG = {0.06f, 0.24f, 0.4f, 0.24f, 0.06f};
  private static final float[] ACROSS = {0.05f, 0.12f, 0.2f, 0.26f, 0.2f, 0.12f, 0.05f};

  /**
   * Brightness of every sample, 0 to 1, beam after beam.
   *
   * @param frame number of the picture; blood is other blood in each
   */
  float[] echoes(FourChambers heart, int frame) {
    float[] real = new float[Sector.BEAMS * Sector.SAMPLES];
    float[] imaginary = new float[real.length];
    for (int beam = 0; beam < Sector.BEAMS; beam++) {
      for (int sample = 0; sample < Sector.SAMPLES; sample++) {
        scatter(heart, frame, beam, sample, real, imaginary);
      }
    }
    blur(real);
    blur(imaginary);
    for (int i = 0; i < real.length; i++) {
      double strength = Math.sqrt(real[i] * real[i] + imaginary[i] * imaginary[i]) + 1e-6;
      real[i] = (float) Math.clamp(1.06 + StrictMath.log10(strength) / 2.15, 0, 1);
    }
    return real;
  }

  private void scatter(
      FourChambers heart, int frame, int beam, int sample, float[] real, float[] imaginary) {
    double u = Sector.beamU(beam, sample);
    double v = Sector.beamV(beam, sample);
    double amplitude = Math.sqrt(heart.echogenicity(u, v)) * gain(u, v);
    boolean blood = heart.blood(u, v) > 0;
    double x = (blood ? u : heart.restU(u, v)) * 1.9;
    double y = (blood ? v : heart.restV(u, v)) * 2.6;
    double z = blood ? 100 + 3.7 * frame : 0;
    int i = beam * Sector.SAMPLES + sample;
    real[i] = (float) (amplitude * scatterers.at(x, y, z));
    imaginary[i] = (float) (amplitude * scatterers.at(x + 500, y, z));
  }

  /** Chest wall near the probe is bright; depth, the sector's edges and ribs take away. */
  private double gain(double u, double v) {
    double near = 1.7 * StrictMath.exp(-v / 6);
    double edge = Math.abs(u) / (v + 25);
    double fade = 1 - 0.5 * Math.clamp((edge - 0.5) / 0.22, 0, 1);
    double patch = 0.82 + 0.42 * layers.at(u / 19, v / 12, 0) + 0.25 * layers.at(u / 5, v / 5, 9);
    double deep = 1 - 0.35 * Math.clamp((v - 90) / 60, 0, 1);
    return (near + patch * fade * deep) * 0.75;
  }

  private static void blur(float[] values) {
    float[] copy = values.clone();
    for (int beam = 0; beam < Sector.BEAMS; beam++) {
      for (int sample = 0; sample < Sector.SAMPLES; sample++) {
        float sum = 0;
        for (int k = 0; k < ACROSS.length; k++) {
          int other = Math.clamp(beam + k - ACROSS.length / 2, 0, Sector.BEAMS - 1);
          sum += ACROSS[k] * copy[other * Sector.SAMPLES + sample];
        }
        values[beam * Sector.SAMPLES + sample] = sum;
      }
    }
    System.arraycopy(values, 0, copy, 0, copy.length);
    for (int i = 2; i < values.length - 2; i++) {
      float sum = 0;
      for (int k = 0; k < ALONG.length; k++) {
        sum += ALONG[k] * copy[i + k - 2];
      }
      values[i] = sum;
    }
  }
}
