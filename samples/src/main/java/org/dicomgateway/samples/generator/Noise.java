package org.dicomgateway.samples.generator;

/** Smooth noise without repetition: random values on a lattice, blended between. Thread-safe. */
public record Noise(long seed) {

  /** Noise of one unit's grain, from -1 to 1. */
  public double at(double x, double y, double z) {
    int x0 = (int) Math.floor(x);
    int y0 = (int) Math.floor(y);
    int z0 = (int) Math.floor(z);
    double u = ease(x - x0);
    double v = ease(y - y0);
    double w = ease(z - z0);
    return mix(
        mix(row(x0, y0, z0, u), row(x0, y0 + 1, z0, u), v),
        mix(row(x0, y0, z0 + 1, u), row(x0, y0 + 1, z0 + 1, u), v),
        w);
  }

  private double row(int x, int y, int z, double u) {
    return mix(lattice(x, y, z), lattice(x + 1, y, z), u);
  }

  private double lattice(int x, int y, int z) {
    long hash = seed ^ x * 0x9E3779B97F4A7C15L ^ y * 0xC2B2AE3D27D4EB4FL ^ z * 0x165667B19E3779F9L;
    hash = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
    hash = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
    return (hash >> 11) * 0x1p-52;
  }

  private static double ease(double t) {
    return t * t * (3 - 2 * t);
  }

  private static double mix(double a, double b, double t) {
    return a + (b - a) * t;
  }
}
