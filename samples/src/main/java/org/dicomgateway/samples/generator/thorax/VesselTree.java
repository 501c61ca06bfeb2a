package org.dicomgateway.samples.generator.thorax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.dicomgateway.samples.generator.thorax.Tubes.Segment;

/**
 * Grows the vessels of an organ: points all over it are to be reached from where the vessel comes
 * in; the crowd is halved again and again, and each half is a branch as thick as it has points to
 * feed.
 */
final class VesselTree {
  private final List<Segment> segments = new ArrayList<>();
  private final SplittableRandom random;

  private VesselTree(SplittableRandom random) {
    this.random = random;
  }

  private record Point(double x, double y, double z) {
    double axis(int axis) {
      return axis == 0 ? x : axis == 1 ? y : z;
    }
  }

  /** Where an organ is. */
  @FunctionalInterface
  interface Region {
    boolean contains(double x, double y, double z);
  }

  /**
   * Grows from a point into the part of a region that lies in a box around its middle.
   *
   * @param box smallest and largest x, y, z, millimetres
   * @param twigs how many points to reach
   */
  static List<Segment> grow(
      double[] from, double[] box, Region region, int twigs, SplittableRandom random) {
    VesselTree tree = new VesselTree(random);
    List<Point> points = new ArrayList<>();
    while (points.size() < twigs) {
      Point point =
          new Point(
              random.nextDouble(box[0], box[1]),
              random.nextDouble(box[2], box[3]),
              random.nextDouble(box[4], box[5]));
      if (region.contains(point.x, point.y, point.z)) {
        points.add(point);
      }
    }
    tree.branch(new Point(from[0], from[1], from[2]), points, radius(twigs));
    return tree.segments;
  }

  private void branch(Point from, List<Point> points, double before) {
    Point middle = middle(points);
    double radius = Math.min(before, radius(points.size()));
    if (points.size() == 1) {
      add(from, points.getFirst(), radius, 0.3);
      return;
    }
    double way = random.nextDouble(0.36, 0.56);
    Point fork = between(from, middle, way);
    add(from, fork, before, radius);
    int axis = widest(points);
    List<Point> sorted =
        points.stream().sorted(Comparator.comparingDouble(point -> point.axis(axis))).toList();
    int cut =
        Math.clamp((long) (points.size() * random.nextDouble(0.35, 0.65)), 1, points.size() - 1);
    branch(fork, sorted.subList(0, cut), radius);
    branch(fork, sorted.subList(cut, points.size()), radius);
  }

  /** A piece with a bend, for no vessel is straight. */
  private void add(Point from, Point to, double r0, double r1) {
    double bend =
        0.09 * Math.sqrt(square(to.x - from.x) + square(to.y - from.y) + square(to.z - from.z));
    Point half = between(from, to, 0.5);
    Point knee = new Point(half.x + swing(bend), half.y + swing(bend), half.z + swing(bend));
    double r = (r0 + r1) / 2;
    segments.add(new Segment(from.x, from.y, from.z, r0, knee.x, knee.y, knee.z, r));
    segments.add(new Segment(knee.x, knee.y, knee.z, r, to.x, to.y, to.z, r1));
  }

  private double swing(double most) {
    return random.nextDouble(-most - 1e-6, most);
  }

  private static double radius(int points) {
    return 0.47 * StrictMath.pow(points, 0.355);
  }

  private static Point middle(List<Point> points) {
    double n = points.size();
    return new Point(
        points.stream().mapToDouble(Point::x).sum() / n,
        points.stream().mapToDouble(Point::y).sum() / n,
        points.stream().mapToDouble(Point::z).sum() / n);
  }

  private static int widest(List<Point> points) {
    int widest = 0;
    double most = -1;
    for (int axis = 0; axis < 3; axis++) {
      int which = axis;
      var spread = points.stream().mapToDouble(point -> point.axis(which)).summaryStatistics();
      if (spread.getMax() - spread.getMin() > most) {
        most = spread.getMax() - spread.getMin();
        widest = axis;
      }
    }
    return widest;
  }

  private static Point between(Point a, Point b, double t) {
    return new Point(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t, a.z + (b.z - a.z) * t);
  }

  private static double square(double value) {
    return value * value;
  }
}
