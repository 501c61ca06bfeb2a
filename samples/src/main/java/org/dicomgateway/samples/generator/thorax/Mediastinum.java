package org.dicomgateway.samples.generator.thorax;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dicomgateway.samples.generator.Noise;
import org.dicomgateway.samples.generator.thorax.Tubes.Segment;
import org.dicomgateway.samples.generator.thorax.Tubes.Within;

/** Heart, great vessels, airways and gullet, with contrast medium in the blood. */
final class Mediastinum {
  private static final double AORTA = 285;
  private static final double VEIN = 205;
  private static final double LUNG_VESSEL = 240;
  private static final double WALL = 45;

  private final Grid grid;
  private final Noise grain;

  private Mediastinum(Grid grid, Noise grain) {
    this.grid = grid;
    this.grain = grain;
  }

  static List<Organ> of(Frame frame, Grid grid, SplittableRandom random) {
    Mediastinum parts = new Mediastinum(grid, new Noise(frame.build().seed() + 3));
    List<Organ> organs = new ArrayList<>(parts.lungVessels(frame, random));
    organs.addAll(parts.heart());
    organs.addAll(parts.vessels());
    organs.addAll(parts.airways());
    return organs;
  }

  private List<Organ> heart() {
    return List.of(
        chamber(20, -24, 96, 68, 52, 57, 32, -0.25, -85),
        chamber(20, -24, 96, 64, 48, 54, 32, -0.25, 118),
        chamber(36, -10, 92, 38, 22, 31, 35, -0.3, 262),
        chamber(8, -50, 92, 40, 14, 36, 22, -0.2, 228),
        chamber(-22, -20, 104, 19, 25, 32, 60, 0, 218),
        chamber(4, 16, 122, 32, 16, 21, 0, 0, 255));
  }

  private Ellipsoid chamber(
      double x,
      double y,
      double z,
      double a,
      double b,
      double c,
      double turn,
      double tilt,
      double hu) {
    return new Ellipsoid(x, y, z, a, b, c, turn, tilt, hu, grain);
  }

  private List<Organ> vessels() {
    List<Segment> aorta =
        chain(
            13, 4, -14, 118, 13.5, -6, -28, 150, 15, -12, -24, 185, 14, -8, -14, 204, 13.5, 4, 0,
            215, 13, 17, 16, 212, 12.5, 24, 26, 196, 12, 24, 30, 160, 11.5, 18, 31, 80, 10.5, 10,
            28, -10);
    List<Segment> branches =
        new ArrayList<>(chain(6, -8, -16, 208, 5.5, -18, -14, 262, 5.5, -26, -12, 310));
    branches.addAll(chain(4.2, 6, -4, 214, 4, 8, -10, 262, 3.8, 14, -8, 310));
    branches.addAll(chain(5, 18, 10, 212, 4.8, 26, 2, 262, 4.6, 34, -6, 310));
    List<Segment> trunk =
        chain(
            14, 16, -42, 138, 13, 18, -26, 160, 11.5, 4, -2, 164, 10.5, -18, 6, 160, 9, -32, 8,
            150);
    trunk.addAll(chain(12, 18, -24, 160, 10.5, 30, 4, 166, 9, 38, 12, 155));
    List<Segment> veins =
        chain(8.5, -22, -12, 118, 8.5, -25, -20, 175, 8, -22, -22, 225, 6.5, -30, -26, 310);
    veins.addAll(chain(6, -22, -22, 228, 5.5, 2, -34, 236, 5, 30, -26, 262, 5, 48, -20, 310));
    veins.addAll(chain(11, -24, 14, -10, 11, -24, 4, 62, 11, -22, -6, 100));
    List<Segment> gullet =
        chain(6.5, 3, 14, 310, 6.5, 4, 20, 215, 6.5, 6, 25, 130, 7, 16, 16, 60, 7, 22, 8, 40);
    return List.of(
        tubes(trunk, LUNG_VESSEL),
        tubes(veins, VEIN),
        tubes(thicker(aorta, 1.4), WALL),
        tubes(aorta, AORTA),
        tubes(branches, AORTA - 10),
        tubes(gullet, 40),
        tubes(thicker(gullet, -4.6), -480));
  }

  private List<Organ> airways() {
    List<Segment> airways = chain(8.4, 0, -12, 320, 8.6, -2, 2, 240, 8.6, -2, 8, 192);
    airways.addAll(
        chain(
            8, -2, 8, 192, 7, -22, 12, 172, 5.6, -34, 14, 155, 4, -44, 18, 130, 2.4, -54, 28, 95));
    airways.addAll(chain(4, -26, 12, 168, 3.2, -42, 4, 182, 2, -56, -4, 205));
    airways.addAll(
        chain(
            7.4, -2, 8, 192, 6.4, 22, 14, 168, 5, 38, 20, 150, 3.6, 46, 26, 125, 2.2, 56, 36, 92));
    airways.addAll(chain(4, 32, 16, 160, 3, 44, 4, 172, 1.8, 56, -8, 196));
    return List.of(tubes(thicker(airways, 1.4), WALL), tubes(airways, -985));
  }

  private List<Organ> lungVessels(Frame frame, SplittableRandom random) {
    List<Segment> vessels = new ArrayList<>();
    for (int side : new int[] {-1, 1}) {
      double[] box =
          side < 0
              ? new double[] {-135, 0, -90, 90, 35, 300}
              : new double[] {0, 135, -90, 90, 35, 300};
      double[] artery = {side * 20, 4, 156};
      double[] vein = {side * 18, 10, 142};
      vessels.addAll(VesselTree.grow(artery, box, frame::isLung, 1300, random));
      vessels.addAll(VesselTree.grow(vein, box, frame::isLung, 1000, random));
    }
    return List.of(new Tubes(vessels, 150, Within.LUNG, grid));
  }

  private Tubes tubes(List<Segment> segments, double hu) {
    return new Tubes(segments, hu, Within.ANYTHING, grid);
  }

  /** A vessel through points given as radius, x, y, z. */
  private static List<Segment> chain(double... at) {
    List<Segment> segments = new ArrayList<>();
    for (int i = 4; i < at.length; i += 4) {
      segments.add(
          new Segment(
              at[i - 3], at[i - 2], at[i - 1], at[i - 4], at[i + 1], at[i + 2], at[i + 3], at[i]));
    }
    return segments;
  }

  private static List<Segment> thicker(List<Segment> segments, double by) {
    return segments.stream()
        .map(
            s ->
                new Segment(
                    s.x0(), s.y0(), s.z0(), s.r0() + by, s.x1(), s.y1(), s.z1(), s.r1() + by))
        .toList();
  }
}
