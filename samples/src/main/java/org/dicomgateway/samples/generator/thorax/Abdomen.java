package org.dicomgateway.samples.generator.thorax;

import static org.dicomgateway.samples.generator.thorax.Organ.cover;
import static org.dicomgateway.samples.generator.thorax.Organ.mix;

import java.util.List;
import java.util.SplittableRandom;
import org.dicomgateway.samples.generator.Noise;

/** What lies under the diaphragm: fat, liver, spleen, and a stomach with fluid and air in it. */
record Abdomen(Frame frame, Grid grid, Noise grain, Ellipsoid spleen, Ellipsoid stomach)
    implements Organ {

  static Abdomen of(Frame frame, Grid grid) {
    Noise grain = new Noise(frame.build().seed() + 4);
    return new Abdomen(
        frame,
        grid,
        grain,
        new Ellipsoid(88, 40, 22, 26, 46, 52, -25, 0, 128, grain),
        new Ellipsoid(58, -22, 18, 40, 34, 56, -20, 0, 62, grain));
  }

  @Override
  public Cut cut(double z) {
    if (z > 112) {
      return Cut.NONE;
    }
    double[] cavity = new double[Grid.RAYS];
    for (int ray = 0; ray < Grid.RAYS; ray++) {
      cavity[ray] = frame.cavity(Grid.angle(ray), z);
    }
    Cut spleen = this.spleen.cut(z);
    return (hu, index, x, y) -> {
      double under = (z - frame.diaphragm(x, y)) * 0.75;
      double wall = grid.radius()[index] - cavity[grid.ray()[index]];
      double inside = cover(Math.max(under, wall + 1.5));
      if (inside == 0) {
        return hu;
      }
      double fat = -103 + 10 * grain.at(x / 8, y / 8, z / 8);
      double shell = mix(52, fat, cover(under + 2.6));
      double organs = liver(shell, x, y, z, Math.max(under, wall) + 3);
      organs = spleen.paint(organs, index, x, y);
      return mix(hu, stomach(organs, x, y, z), inside);
    };
  }

  private double liver(double under, double x, double y, double z, double edge) {
    double left = 18 - 0.42 * (y + 30) + 0.12 * (z - 60) + 5 * grain.at(y / 20, z / 20, 1);
    double behind = 66 - 0.25 * (x + 60) + 4 * grain.at(x / 20, z / 20, 2);
    double distance = Math.max(Math.max(edge, (x - left) * 0.9), y - behind);
    return mix(under, 112 + 9 * grain.at(x / 2.5, y / 2.5, z / 3.5), cover(distance));
  }

  /** Portal and liver veins. */
  static Tubes liverVessels(Frame frame, Grid grid, SplittableRandom random) {
    double[] box = {-130, 0, -75, 55, -10, 95};
    VesselTree.Region liver =
        (x, y, z) ->
            frame.isAbdomen(x, y, z) && x < 4 - 0.42 * (y + 30) && y < 50 - 0.25 * (x + 60);
    List<Tubes.Segment> vessels =
        VesselTree.grow(new double[] {-22, 6, 70}, box, liver, 160, random);
    vessels.addAll(VesselTree.grow(new double[] {-18, -6, 12}, box, liver, 200, random));
    return new Tubes(vessels, 158, Tubes.Within.ANYTHING, grid);
  }

  /** Supine, so that the air floats to the front. */
  private double stomach(double under, double x, double y, double z) {
    double wall = stomach.distance(x, y, z) + 1.5 * grain.at(x / 12, y / 12, z / 12);
    if (wall > 1) {
      return under;
    }
    double food = 18 + 14 * grain.at(x / 4, y / 4, z / 4);
    double content = mix(food, -960, cover(y + 33));
    return mix(mix(under, 70, cover(wall)), content, cover(wall + 3.2));
  }
}
