package org.dicomgateway.samples.generator.echo;

/**
 * A chamber of the heart at one moment: an ellipse.
 *
 * @param u middle
 * @param v middle
 * @param a half its width
 * @param b half its height
 */
record Chamber(double u, double v, double a, double b) {

  /** Millimetres to the wall, negative in the blood; exact near it. */
  double distance(double pu, double pv) {
    double x = (pu - u) / a;
    double y = (pv - v) / b;
    double f = Math.sqrt(x * x + y * y);
    if (f < 0.05) {
      return -Math.min(a, b);
    }
    return (f - 1) * f / Math.sqrt(x * x / (a * a) + y * y / (b * b));
  }

  /** Where on {@code rest} the wall was that now is in a point's direction, along u. */
  double shiftU(Chamber rest, double pu, double pv) {
    double x = (pu - u) / a;
    double y = (pv - v) / b;
    double f = Math.max(0.3, Math.sqrt(x * x + y * y));
    return rest.u + x / f * rest.a - (u + x / f * a);
  }

  /** The same along v. */
  double shiftV(Chamber rest, double pu, double pv) {
    double x = (pu - u) / a;
    double y = (pv - v) / b;
    double f = Math.max(0.3, Math.sqrt(x * x + y * y));
    return rest.v + y / f * rest.b - (v + y / f * b);
  }
}
