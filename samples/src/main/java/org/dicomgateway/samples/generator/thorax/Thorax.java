package org.dicomgateway.samples.generator.thorax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dicomgateway.samples.generator.Noise;

/** A whole chest, ready to be cut into slices. Immutable and thread-safe. */
public final class Thorax {
  /** Pixels of a row, and rows. */
  public static final int SIZE = 512;

  /** Millimetres from pixel to pixel. */
  public static final double PIXEL_SPACING = 0.7421875;

  /** Millimetres from the lowest slice to the top of the chest. */
  public static final double HEIGHT = 300;

  private static final double AIR = -1000;

  private final Grid grid = Grid.of(SIZE, PIXEL_SPACING);
  private final List<Organ> organs = new ArrayList<>();
  private final Scanner scanner;

  public Thorax(Build build) {
    Frame frame = new Frame(build);
    SplittableRandom random = new SplittableRandom(build.seed());
    Bone bone = new Bone(new Noise(build.seed() + 5), 860, 235);
    Noise grain = new Noise(build.seed() + 6);
    scanner = new Scanner(grid, build.seed());
    organs.add(new Table(frame.skin(Math.PI, HEIGHT / 2)));
    organs.add(new BodyWall(frame, grid));
    organs.add(new Lungs(frame, grid));
    organs.add(Abdomen.of(frame, grid));
    organs.add(Abdomen.liverVessels(frame, grid, random));
    organs.addAll(Mediastinum.of(frame, grid, random));
    if (build.nodule() > 0) {
      double r = build.nodule();
      organs.add(new Ellipsoid(-72, -18, 222, r, r * 0.85, r * 0.9, 20, 0, 62, grain));
    }
    organs.add(new Spine(bone));
    organs.add(new RibCage(frame, grid, bone));
  }

  /**
   * Hounsfield units of a slice, row by row.
   *
   * @param number of the slice, from 0; gives the noise its turn
   * @param z millimetres from the lowest slice, 0 to {@link #HEIGHT}
   */
  public float[] slice(int number, double z) {
    float[] hu = new float[SIZE * SIZE];
    Arrays.fill(hu, (float) AIR);
    for (Organ organ : organs) {
      paint(organ.cut(z), hu);
    }
    scanner.scan(hu, number, z);
    return hu;
  }

  private void paint(Organ.Cut cut, float[] hu) {
    if (cut == Organ.Cut.NONE) {
      return;
    }
    for (int row = 0; row < SIZE; row++) {
      double y = grid.coordinate(row);
      for (int column = 0; column < SIZE; column++) {
        int index = row * SIZE + column;
        hu[index] = (float) cut.paint(hu[index], index, grid.coordinate(column), y);
      }
    }
  }
}
