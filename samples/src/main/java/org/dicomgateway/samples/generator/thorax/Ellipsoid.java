package org.dicomgateway.samples.generator.thorax;

import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.sin;
import static java.lang.StrictMath.toRadians;
import static org.dicomgateway.samples.generator.thorax.Organ.cover;
import static org.dicomgateway.samples.generator.thorax.Organ.mix;

import org.dicomgateway.samples.generator.Noise;

/**
 * An organ that is round, or a hollow in one.
 *
 * @param turn degrees about the z axis by which {@code a} points from the left to the back
 * @param tilt millimetres along {@code a} for each millimetre of z
 * @param hu what it consists of
 * @param grain of the tissue; its swing is 8 HU
 */
record Ellipsoid(
    double x,
    double y,
    double z,
    double a,
    double b,
    double c,
    double turn,
    double tilt,
    double hu,
    Noise grain)
    implements Organ {

  /** Millimetres to the surface, negative inside; exact near it. */
  double distance(double px, double py, double pz) {
    double cos = cos(toRadians(turn));
    double sin = sin(toRadians(turn));
    return distance(px, py, pz, cos, sin);
  }

  private double distance(double px, double py, double pz, double cos, double sin) {
    double dx = px - x;
    double dy = py - y;
    double dz = (pz - z) / c;
    double along = (dx * cos + dy * sin - tilt * (pz - z)) / a;
    double across = (dy * cos - dx * sin) / b;
    double f = Math.sqrt(along * along + across * across + dz * dz);
    double steep = square(along / a) + square(across / b) + square(dz / c);
    return f < 0.05 ? -Math.min(a, Math.min(b, c)) : (f - 1) * f / Math.sqrt(steep);
  }

  @Override
  public Cut cut(double pz) {
    if (Math.abs(pz - z) > c + 2) {
      return Cut.NONE;
    }
    double cos = cos(toRadians(turn));
    double sin = sin(toRadians(turn));
    double reach = Math.max(a, b) + 2 + Math.abs(tilt) * c;
    return (under, index, px, py) -> {
      if (Math.abs(px - x) > reach || Math.abs(py - y) > reach) {
        return under;
      }
      double uneven = 1.8 * grain.at(px / 13, py / 13, pz / 13);
      double part = cover(distance(px, py, pz, cos, sin) + uneven);
      return part == 0 ? under : mix(under, hu + 8 * grain.at(px / 2.5, py / 2.5, pz / 3.5), part);
    };
  }

  private static double square(double value) {
    return value * value;
  }
}
