package org.dicomgateway.samples.generator.thorax;

import static java.lang.StrictMath.PI;
import static java.lang.StrictMath.abs;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.pow;
import static java.lang.StrictMath.sin;
import static org.dicomgateway.samples.generator.thorax.Organ.smoothstep;

/**
 * The surfaces that all organs keep to: skin, muscle, the inside of the rib cage, the diaphragm,
 * the edge of the mediastinum. Immutable and thread-safe.
 */
record Frame(Build build) {

  /** Middle of the skin's outline to the skin, along a ray. */
  double skin(double angle, double z) {
    boolean back = abs(angle) > PI / 2;
    double shoulders = smoothstep(215, 310, z);
    double waist = 1 - smoothstep(0, 120, z);
    double a = (166 + 12 * shoulders - 6 * waist) * build.girth();
    double b = (back ? 101 : 113 + 8 * waist - 14 * shoulders) * (0.5 + build.girth() / 2);
    double breast = 9 * bump(abs(angle), 0.62, 0.3) * bump(z, 185, 45);
    double groove = 7 * bump(PI - abs(angle), 0, 0.13);
    double pit = 6 * bump(abs(angle), 0, 0.16) * bump(z, 150, 90);
    return superellipse(a, b, back ? 2.9 : 2.35, angle) + breast - groove - pit;
  }

  /** Thickness of what lies between skin and muscle. */
  double fat(double angle, double z) {
    double thin = 0.55 * bump(abs(angle), 0, 0.25) + 0.4 * bump(PI - abs(angle), 0, 0.2);
    double flank = 0.7 * bump(abs(angle), 1.9, 0.5) * (1 - smoothstep(20, 160, z));
    double breast = 0.8 * bump(abs(angle), 0.62, 0.3) * bump(z, 185, 45);
    double wave = 0.14 * sin(3 * angle + z / 40) + 0.1 * sin(7 * angle - z / 25);
    return build.fat() * (1 - thin + flank + breast + wave);
  }

  /** Inside of the rib cage. */
  double cavity(double angle, double z) {
    double apex = pow(Math.clamp((z - 150) / 165, 0, 1), 2.2);
    double a = (134 - 66 * apex) * (0.4 + 0.6 * build.girth());
    double front = 87 - 42 * apex;
    double b = abs(angle) > PI / 2 ? 84 - 14 * apex : front;
    return superellipse(a, b, 2.3, angle);
  }

  /** Height of the diaphragm above the point; below it lies the abdomen. */
  double diaphragm(double x, double y) {
    double right = dome(x + 66, y - 2, 104);
    double left = dome(x - 70, y - 6, 90);
    double middle = 72 - 0.004 * y * y;
    return Math.max(Math.max(right, left), middle - abs(x) * 0.4);
  }

  private static double dome(double x, double y, double height) {
    double off = x * x / (78.0 * 78) + y * y / (92.0 * 92);
    return height - 58 * off * Math.sqrt(Math.sqrt(off));
  }

  /** Millimetres to the mediastinum's edge, negative inside it. */
  double mediastinum(double x, double y, double z) {
    double top = smoothstep(180, 300, z);
    double low = 1 - smoothstep(60, 130, z);
    double behindSternum = 9 + 16 * top + 10 * low;
    double middle = 27 + 5 * sin(z / 23) + 5 * top;
    double besideSpine = 21 + 2 * sin(z / 31 + 1);
    double width =
        y < -15
            ? Organ.mix(behindSternum, middle, smoothstep(-85, -15, y))
            : Organ.mix(middle, besideSpine, smoothstep(-15, 45, y));
    double shift = 3 * (1 - top) * (1 - smoothstep(-20, 40, y));
    return abs(x - shift) - width;
  }

  /** Whether a point surely is lung: for growing vessels. */
  boolean isLung(double x, double y, double z) {
    double angle = StrictMath.atan2(x, -y);
    return StrictMath.hypot(x, y) < cavity(angle, z) - 4
        && z > diaphragm(x, y) + 4
        && mediastinum(x, y, z) > 3;
  }

  /** Whether a point surely lies under the diaphragm. */
  boolean isAbdomen(double x, double y, double z) {
    double angle = StrictMath.atan2(x, -y);
    return StrictMath.hypot(x, y) < cavity(angle, z) - 8 && z < diaphragm(x, y) - 8;
  }

  private static double superellipse(double a, double b, double power, double angle) {
    double x = pow(abs(sin(angle)) / a, power);
    double y = pow(abs(cos(angle)) / b, power);
    return pow(x + y, -1 / power);
  }

  static double bump(double value, double middle, double width) {
    double t = (value - middle) / width;
    return exp(-t * t);
  }
}
