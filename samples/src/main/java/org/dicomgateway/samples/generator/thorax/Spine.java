package org.dicomgateway.samples.generator.thorax;

import static java.lang.StrictMath.PI;
import static java.lang.StrictMath.sin;
import static org.dicomgateway.samples.generator.thorax.Organ.cover;
import static org.dicomgateway.samples.generator.thorax.Organ.mix;

/** Vertebrae with their arches and processes, discs between, the canal with the cord. */
record Spine(Bone bone) implements Organ {
  /** Millimetres from one vertebra to the next. */
  static final double STEP = 25;

  private static final double DISC = 5;

  /** Middle of the vertebral body's depth at a height. */
  static double centre(double z) {
    return 46 + 7 * sin(PI * z / 330);
  }

  @Override
  public Cut cut(double z) {
    double level = z / STEP - Math.floor(z / STEP);
    double height = level * STEP;
    double endplate = Math.min(Math.abs(height - DISC / 2), Math.abs(STEP - DISC / 2 - height));
    boolean disc = height < DISC / 2 || height > STEP - DISC / 2;
    double yc = centre(z);
    return (hu, index, x, y) -> {
      if (Math.abs(x) > 42 || y < yc - 22 || y > yc + 58) {
        return hu;
      }
      double painted = hu;
      double body = body(x, y - yc, disc ? 0 : Math.min(1, endplate / 6));
      if (disc) {
        painted = mix(painted, 78, cover(body));
      } else {
        double shell = endplate < 1.6 ? 9 : 1.5;
        painted = bone.paint(painted, body, shell, x, y, z);
      }
      painted = arch(painted, height, x, y - yc, y, z);
      return canal(painted, x, y - yc);
    };
  }

  private static double body(double x, double y, double waist) {
    double a = 18.5 - 2 * waist;
    double b = 15 - 1.2 * waist;
    double f = Math.sqrt(x * x / (a * a) + y * y / (b * b));
    double dent = 3.5 * Frame.bump(x, 0, 8) * Organ.smoothstep(5, 15, y);
    return (f - 1) * b + dent;
  }

  private double arch(double under, double height, double x, double dy, double y, double z) {
    double side = Math.abs(x);
    double painted = under;
    if (height > 9 && height < 23) {
      double pedicle = capsule(side, dy, 12, 8, 13, 22, 3.6 - 0.06 * square(height - 17));
      painted = bone.paint(painted, pedicle, 1.3, x, y, z);
    }
    if (height > 7 && height < 24) {
      double thick = 3.2 - 0.04 * square(height - 15);
      double lamina = capsule(side, dy, 13, 24, 1, 34, thick);
      double process = capsule(side, dy, 14, 23, 36, 31, 4.2 - 0.09 * square(height - 17));
      painted = bone.paint(painted, Math.min(lamina, process), 1.2, x, y, z);
    }
    double lean = 32 + (STEP - height) * 0.55;
    double spinous = capsule(side, dy, 0, 31, 0, Math.min(44, lean + 4), 2.6);
    return bone.paint(painted, spinous, 1.1, x, y, z);
  }

  private static double canal(double under, double x, double dy) {
    double y = dy - 23;
    double canal = Math.sqrt(x * x / 1.25 + y * y) - 7.6;
    double cord = Math.sqrt(x * x / 1.5 + y * y) - 3.9;
    return mix(mix(under, -8, cover(canal)), 38, cover(cord));
  }

  /** Distance to a thick line from (x0, y0) to (x1, y1). */
  private static double capsule(
      double x, double y, double x0, double y0, double x1, double y1, double radius) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double t = Math.clamp(((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy), 0, 1);
    double ex = x - x0 - t * dx;
    double ey = y - y0 - t * dy;
    return Math.sqrt(ex * ex + ey * ey) - radius;
  }

  private static double square(double value) {
    return value * value;
  }
}
