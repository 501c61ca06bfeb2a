package org.dicomgateway.samples.generator.echo;

/** The heart in the apical four-chamber view at one moment. Immutable and thread-safe. */
final class FourChambers {
  private static final FourChambers REST = new FourChambers(new Beat(0));

  private final double opening;
  private final double thickening;
  private final Chamber leftVentricle;
  private final Chamber rightVentricle;
  private final Chamber leftAtrium;
  private final Chamber rightAtrium;

  /** Depth of the ring the valves hang in. */
  private final double annulus;

  FourChambers(Beat beat) {
    double c = beat.contraction();
    opening = beat.opening();
    thickening = 4.5 * c;
    annulus = 97 - 11 * c;
    double apex = 27 + 2 * c;
    leftVentricle = between(15, apex, annulus + 5, 22 * (1 - 0.33 * c));
    rightVentricle = between(-25, apex + 13, annulus + 3, 13.5 * (1 - 0.28 * c));
    leftAtrium = between(17, annulus - 1, 133 + c, 19 * (1 + 0.12 * c));
    rightAtrium = between(-24, annulus - 1, 131 + c, 18 * (1 + 0.08 * c));
  }

  private static Chamber between(double u, double top, double bottom, double halfWidth) {
    return new Chamber(u, (top + bottom) / 2, halfWidth, (bottom - top) / 2);
  }

  /** Millimetres into the blood from the nearest wall, positive within blood. */
  double blood(double u, double v) {
    return -Math.min(
        Math.min(leftVentricle.distance(u, v), rightVentricle.distance(u, v)),
        Math.min(leftAtrium.distance(u, v), rightAtrium.distance(u, v)));
  }

  double annulus() {
    return annulus;
  }

  Chamber leftVentricle() {
    return leftVentricle;
  }

  /** How strongly tissue throws sound back, 0 to about 3. */
  double echogenicity(double u, double v) {
    double valve = Math.min(leaflets(15, 19, u, v), leaflets(-25, 13, u, v));
    if (valve < 0.9) {
      return 1.5;
    }
    double blood = blood(u, v);
    if (blood > 0) {
      return 0.004;
    }
    double wall =
        Math.min(
            Math.min(
                leftVentricle.distance(u, v) - 9 - thickening, rightVentricle.distance(u, v) - 4.5),
            Math.min(leftAtrium.distance(u, v), rightAtrium.distance(u, v)) - 3);
    if (wall > 0) {
      return wall < 2 ? 2.6 : 0.04 + 0.42 / (1 + square(wall / 16));
    }
    return blood > -1.3 ? 0.4 : 0.19;
  }

  /** Distance to the two leaflets of a valve: closed they meet, open they swing to the apex. */
  private double leaflets(double middle, double half, double u, double v) {
    double side = Math.abs(u - middle);
    if (side > half + 1 || Math.abs(v - annulus) > 26) {
      return 9;
    }
    double tipSide = half * (0.04 + 0.62 * opening);
    double tipDepth = annulus - 6 - 13 * opening;
    double t =
        ((side - half) * (tipSide - half) + (v - annulus) * (tipDepth - annulus))
            / (square(tipSide - half) + square(tipDepth - annulus));
    double along = Math.clamp(t, 0, 1);
    double belly = 2.2 * along * (1 - along) * 4 * (0.4 + opening);
    double du = side - (half + along * (tipSide - half)) - belly * 0.5;
    double dv = v - (annulus + along * (tipDepth - annulus)) - belly * 0.3;
    return Math.sqrt(du * du + dv * dv);
  }

  /** Where along u the tissue of a point lies in a resting heart. */
  double restU(double u, double v) {
    return u
        + near(leftVentricle, u, v) * leftVentricle.shiftU(REST.leftVentricle, u, v)
        + near(rightVentricle, u, v) * rightVentricle.shiftU(REST.rightVentricle, u, v);
  }

  /** Where along v. */
  double restV(double u, double v) {
    return v
        + near(leftVentricle, u, v) * leftVentricle.shiftV(REST.leftVentricle, u, v)
        + near(rightVentricle, u, v) * rightVentricle.shiftV(REST.rightVentricle, u, v);
  }

  private static double near(Chamber chamber, double u, double v) {
    double distance = Math.max(0, chamber.distance(u, v));
    return 1 / (1 + square(distance / 9));
  }

  private static double square(double value) {
    return value * value;
  }
}
