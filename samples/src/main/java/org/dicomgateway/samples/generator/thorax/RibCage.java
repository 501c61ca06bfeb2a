package org.dicomgateway.samples.generator.thorax;

import static java.lang.StrictMath.PI;
import static java.lang.StrictMath.abs;
import static java.lang.StrictMath.sqrt;
import static org.dicomgateway.samples.generator.thorax.Organ.cover;
import static org.dicomgateway.samples.generator.thorax.Organ.mix;

/** Ribs that fall from the spine to the front, their cartilage, breastbone and shoulder blades. */
record RibCage(Frame frame, Grid grid, Bone bone) implements Organ {
  private static final double CARTILAGE_BEGINS = 0.74 * PI;

  @Override
  public Cut cut(double z) {
    double[] cavity = new double[Grid.RAYS];
    double[] rib = new double[Grid.RAYS];
    for (int ray = 0; ray < Grid.RAYS; ray++) {
      double angle = Grid.angle(ray);
      cavity[ray] = frame.cavity(angle, z);
      rib[ray] = offRib(PI - abs(angle), z);
    }
    return (hu, index, x, y) -> {
      double depth = grid.radius()[index] - cavity[grid.ray()[index]];
      if (depth < -2 || depth > 42) {
        return hu;
      }
      int ray = grid.ray()[index];
      double painted = rib(hu, depth, rib[ray], Grid.angle(ray), x, y, z);
      painted = sternum(painted, depth, x, y, z);
      return scapula(painted, depth, Grid.angle(ray), x, y, z);
    };
  }

  /** Millimetres up or down to the middle of the nearest rib, at an angle from the spine. */
  private static double offRib(double fromSpine, double z) {
    double fall =
        52 * Organ.smoothstep(0.1, 2.3, fromSpine) - 16 * Organ.smoothstep(2.3, 3, fromSpine);
    double level = (z + fall - 13) / Spine.STEP;
    return (level - StrictMath.rint(level)) * Spine.STEP;
  }

  private double rib(
      double under, double depth, double off, double angle, double x, double y, double z) {
    double fromSpine = PI - abs(angle);
    if (fromSpine < 0.3 || fromSpine > 0.93 * PI || abs(off) > 9) {
      return under;
    }
    double ring = (depth - 5.2) / 3.6;
    double tall = off / 6.6;
    double surface = (sqrt(ring * ring + tall * tall) - 1) * 3.6;
    double calcified = bone.paint(under, surface, 1.15, x, y, z);
    double cartilage = mix(under, 105, cover(surface - 0.8));
    return mix(calcified, cartilage, Organ.smoothstep(0, 0.06, fromSpine - CARTILAGE_BEGINS));
  }

  private double sternum(double under, double depth, double x, double y, double z) {
    if (y > 0 || z < 95 || z > 282 || abs(x) > 34) {
      return under;
    }
    double manubrium = Organ.smoothstep(225, 245, z);
    double half = 15 + 11 * manubrium - 4 * (1 - Organ.smoothstep(95, 125, z));
    double side = (abs(x) - half + 5) / 5;
    double ring = (depth - 6.5) / 5;
    double surface = (sqrt(ring * ring + square(Math.max(0, side))) - 1) * 5;
    return bone.paint(under, surface, 1.1, x, y, z);
  }

  private double scapula(double under, double depth, double angle, double x, double y, double z) {
    double fromSpine = PI - abs(angle);
    double grows = Organ.smoothstep(150, 285, z);
    if (grows == 0 || fromSpine < 0.5 || fromSpine > 1.45) {
      return under;
    }
    double inner = 0.86 - 0.16 * grows;
    double outer = 0.92 + 0.36 * grows;
    double along = Math.max(inner - fromSpine, fromSpine - outer) * grid.radius()[0] * 0.36;
    double lift = 17 + 7 * (fromSpine - inner) / (outer - inner);
    double plate = abs(depth - lift) - 1.9 - 3.4 * Organ.smoothstep(outer - 0.16, outer, fromSpine);
    return bone.paint(under, Math.max(plate, along), 1.3, x, y, z);
  }

  private static double square(double value) {
    return value * value;
  }
}
