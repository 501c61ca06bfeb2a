package org.dicomgateway.samples.generator.thorax;

import static java.lang.StrictMath.PI;
import static java.lang.StrictMath.atan2;
import static java.lang.StrictMath.hypot;
import static java.lang.StrictMath.round;

/**
 * The pixels of a slice in patient coordinates, in polar form too: most of the chest is rings
 * around its middle. Immutable and thread-safe.
 *
 * @param size pixels of a row, and rows
 * @param spacing millimetres from pixel to pixel
 * @param radius of each pixel, millimetres
 * @param ray of each pixel, its angle in steps of a {@value #RAYS}th of a turn
 */
record Grid(int size, double spacing, float[] radius, short[] ray) {
  static final int RAYS = 2048;

  static Grid of(int size, double spacing) {
    Grid grid = new Grid(size, spacing, new float[size * size], new short[size * size]);
    for (int index = 0; index < size * size; index++) {
      double x = grid.coordinate(index % size);
      double y = grid.coordinate(index / size);
      grid.radius[index] = (float) hypot(x, y);
      grid.ray[index] = (short) (round((atan2(x, -y) + PI) * RAYS / (2 * PI)) % RAYS);
    }
    return grid;
  }

  /** Millimetres of a column's x or a row's y. */
  double coordinate(int columnOrRow) {
    return (columnOrRow - size / 2.0 + 0.5) * spacing;
  }

  /** Column or row of a coordinate, not rounded. */
  double pixel(double millimetres) {
    return millimetres / spacing + size / 2.0 - 0.5;
  }

  /** Angle of a ray: 0 is the front, positive to the patient's left, plus or minus pi the back. */
  static double angle(int ray) {
    return ray * 2 * PI / RAYS - PI;
  }
}
