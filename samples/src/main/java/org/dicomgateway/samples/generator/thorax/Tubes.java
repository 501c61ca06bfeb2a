package org.dicomgateway.samples.generator.thorax;

import static org.dicomgateway.samples.generator.thorax.Organ.cover;
import static org.dicomgateway.samples.generator.thorax.Organ.mix;

import java.util.List;

/**
 * Vessels and airways: chains of short cones, drawn into a mask per slice, for there are thousands.
 *
 * @param hu what they consist of
 * @param only whether to paint only over air-like tissue, that is, within the lungs
 */
record Tubes(List<Segment> segments, double hu, Within only, Grid grid) implements Organ {

  enum Within {
    LUNG,
    ANYTHING
  }

  /** A piece from one point to another, millimetres, with the radius at each end. */
  record Segment(
      double x0, double y0, double z0, double r0, double x1, double y1, double z1, double r1) {

    private boolean meets(double z) {
      double reach = Math.max(r0, r1) + 1;
      return Math.min(z0, z1) - reach < z && z < Math.max(z0, z1) + reach;
    }

    /** Millimetres to the surface, negative inside. */
    private double distance(double x, double y, double z) {
      double dx = x1 - x0;
      double dy = y1 - y0;
      double dz = z1 - z0;
      double length = dx * dx + dy * dy + dz * dz + 1e-9;
      double along = ((x - x0) * dx + (y - y0) * dy + (z - z0) * dz) / length;
      double t = Math.clamp(along, 0, 1);
      double ex = x - x0 - t * dx;
      double ey = y - y0 - t * dy;
      double ez = z - z0 - t * dz;
      return Math.sqrt(ex * ex + ey * ey + ez * ez) - mix(r0, r1, t);
    }
  }

  @Override
  public Cut cut(double z) {
    float[] mask = new float[grid.size() * grid.size()];
    segments.stream().filter(segment -> segment.meets(z)).forEach(s -> draw(s, z, mask));
    if (only == Within.ANYTHING) {
      return (under, index, x, y) -> mask[index] == 0 ? under : mix(under, hu, mask[index]);
    }
    return (under, index, x, y) ->
        mask[index] == 0 || under > -400 ? under : mix(under, hu, mask[index]);
  }

  private void draw(Segment s, double z, float[] mask) {
    double reach = Math.max(s.r0, s.r1) + 1.5;
    int left = pixel(Math.min(s.x0, s.x1) - reach);
    int right = pixel(Math.max(s.x0, s.x1) + reach);
    int bottom = pixel(Math.max(s.y0, s.y1) + reach);
    for (int row = pixel(Math.min(s.y0, s.y1) - reach); row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        int index = row * grid.size() + column;
        double part = cover(s.distance(grid.coordinate(column), grid.coordinate(row), z));
        mask[index] = Math.max(mask[index], (float) part);
      }
    }
  }

  private int pixel(double millimetres) {
    return (int) Math.clamp(Math.round(grid.pixel(millimetres)), 0, grid.size() - 1L);
  }
}
