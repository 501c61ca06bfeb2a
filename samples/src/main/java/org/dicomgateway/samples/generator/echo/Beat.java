package org.dicomgateway.samples.generator.echo;

import static java.lang.StrictMath.PI;
import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.sin;

/** What a heart does at a moment of its beat. */
record Beat(double phase) {

  /** How far the ventricles have contracted: 0 at their fullest, 1 at their smallest. */
  double contraction() {
    if (phase < 0.36) {
      return square(sin(PI / 2 * phase / 0.36));
    }
    if (phase < 0.62) {
      return 0.12 + 0.88 * (1 - square(sin(PI / 2 * (phase - 0.36) / 0.26)));
    }
    return 0.12 * (1 - square(sin(PI / 2 * (phase - 0.62) / 0.38)));
  }

  /** How far the valves between atria and ventricles are open, 0 to 1. */
  double opening() {
    return Math.min(
        1, earlyFilling() + 0.75 * atrialKick() + (phase > 0.5 && phase < 0.95 ? 0.3 : 0));
  }

  /** Flow from the atria into the ventricles, 0 to 1. */
  double inflow() {
    return Math.min(1, earlyFilling() + 0.7 * atrialKick());
  }

  /** Flow out of the ventricles, 0 to 1. */
  double outflow() {
    return phase > 0.04 && phase < 0.37 ? sin(PI * (phase - 0.04) / 0.33) : 0;
  }

  /** Height of the electrocardiogram in lead II, millivolts. */
  double ecg() {
    return 0.12 * wave(0.86, 0.03)
        - 0.12 * wave(0.965, 0.008)
        + 1.1 * wave(0.985, 0.011)
        - 0.25 * wave(1.008, 0.01)
        + 0.26 * wave(0.3, 0.05);
  }

  private double earlyFilling() {
    return wave(0.53, 0.07);
  }

  private double atrialKick() {
    return wave(0.88, 0.05);
  }

  /** A bump that comes once a beat. */
  private double wave(double middle, double width) {
    double off = phase - middle;
    double t = (off - StrictMath.rint(off)) / width;
    return exp(-t * t);
  }

  private static double square(double value) {
    return value * value;
  }
}
