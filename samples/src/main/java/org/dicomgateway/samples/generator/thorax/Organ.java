package org.dicomgateway.samples.generator.thorax;

/** A part of the body. Immutable and thread-safe. */
interface Organ {

  /** Prepares the organ's cut at a height. */
  Cut cut(double z);

  /** An organ as one slice meets it. */
  @FunctionalInterface
  interface Cut {
    /** Nothing of the organ is in the slice. */
    Cut NONE = (hu, index, x, y) -> hu;

    /**
     * Paints over what is there.
     *
     * @param hu Hounsfield units so far
     * @param index of the pixel in its {@link Grid}
     */
    double paint(double hu, int index, double x, double y);
  }

  /**
   * How much of a pixel lies within a surface: 1 inside, 0 outside, a ramp of about a pixel
   * between.
   *
   * @param distance millimetres to the surface, negative inside
   */
  static double cover(double distance) {
    double part = 0.5 - distance / 1.1;
    return part <= 0 ? 0 : part >= 1 ? 1 : part;
  }

  static double mix(double from, double to, double part) {
    return from + (to - from) * part;
  }

  /** 0 up to {@code low}, 1 from {@code high} on, smooth between. */
  static double smoothstep(double low, double high, double value) {
    double t = Math.clamp((value - low) / (high - low), 0, 1);
    return t * t * (3 - 2 * t);
  }
}
