package org.dicomgateway.samples.generator.thorax;

import static org.dicomgateway.samples.generator.thorax.Organ.cover;
import static org.dicomgateway.samples.generator.thorax.Organ.mix;

import org.dicomgateway.samples.generator.Noise;

/** Skin, the fat under it, and the muscles down to the ribs. */
record BodyWall(Frame frame, Grid grid) implements Organ {
  private static final double SKIN = 2.2;

  @Override
  public Cut cut(double z) {
    double[] skin = new double[Grid.RAYS];
    double[] muscle = new double[Grid.RAYS];
    double[] cavity = new double[Grid.RAYS];
    for (int ray = 0; ray < Grid.RAYS; ray++) {
      double angle = Grid.angle(ray);
      skin[ray] = frame.skin(angle, z);
      cavity[ray] = frame.cavity(angle, z);
      muscle[ray] =
          Math.max(
              skin[ray] - SKIN - frame.fat(angle, z), Math.min(cavity[ray] + 13, skin[ray] - 4));
    }
    Noise grain = new Noise(frame.build().seed() + 1);
    return (hu, index, x, y) -> {
      double r = grid.radius()[index];
      int ray = grid.ray()[index];
      double inside = cover(r - skin[ray]);
      if (inside == 0) {
        return hu;
      }
      double fat = -104 + 12 * grain.at(x / 9, y / 9, z / 9);
      double body = mix(25, fat, cover(r - skin[ray] + SKIN));
      double depth = r - muscle[ray];
      if (depth < 2) {
        double wall = (r - cavity[ray]) / Math.max(1, muscle[ray] - cavity[ray]);
        body =
            mix(
                body,
                muscles(grain, x, y, z, wall),
                cover(depth + 2 * grain.at(x / 14, y / 14, z / 20)));
      }
      return mix(hu, body, inside);
    };
  }

  /** Two layers of muscle with fat between and strands of fat within. */
  private static double muscles(Noise grain, double x, double y, double z, double wall) {
    double fold = 0.16 * grain.at(x / 30, y / 30, z / 40);
    double gap = Math.abs(wall - 0.52 - fold) * 22 - 1.0;
    double strand = 4.5 * Math.abs(grain.at(x / 16 + 50, y / 16, z / 60)) - 0.25;
    double fat = wall < 0.2 ? 0 : Math.max(cover(gap), 0.7 * cover(strand));
    return mix(58 + 7 * grain.at(x / 3, y / 3, z / 5), -80, fat);
  }
}
