package org.dicomgateway.samples.generator.thorax;

import static org.dicomgateway.samples.generator.thorax.Organ.cover;
import static org.dicomgateway.samples.generator.thorax.Organ.mix;

import org.dicomgateway.samples.generator.Noise;

/** Both lungs: aerated tissue, denser where the patient lies on it, with fissures. */
record Lungs(Frame frame, Grid grid) implements Organ {

  @Override
  public Cut cut(double z) {
    double[] cavity = new double[Grid.RAYS];
    for (int ray = 0; ray < Grid.RAYS; ray++) {
      cavity[ray] = frame.cavity(Grid.angle(ray), z);
    }
    Noise grain = new Noise(frame.build().seed() + 2);
    return (hu, index, x, y) -> {
      double wall = grid.radius()[index] - cavity[grid.ray()[index]];
      if (wall > 1) {
        return hu;
      }
      double fat = -92 + 10 * grain.at(x / 6, y / 6, z / 6);
      double inside = mix(hu, fat, cover(wall));
      double ripple = 2.5 * grain.at(x / 11, y / 11, z / 13);
      double lung = Math.max(wall + 1.5, -frame.mediastinum(x, y, z) + ripple);
      if (z < 112) {
        lung = Math.max(lung, (frame.diaphragm(x, y) - z) * 0.75);
      }
      return lung > 1 ? inside : mix(inside, tissue(grain, x, y, z), cover(lung));
    };
  }

  private double tissue(Noise grain, double x, double y, double z) {
    double fine = 16 * grain.at(x / 1.6, y / 1.6, z / 2);
    double coarse = 22 * grain.at(x / 9, y / 9, z / 9);
    double dependent = 0.32 * (y + 20) + 38 * Organ.smoothstep(55, 84, y);
    double tissue = -868 + fine + coarse + dependent;
    double fissure = Math.abs(z - 132 - 0.75 * y - 6 * grain.at(x / 30, 7, 3)) * 0.8 - 0.35;
    return mix(tissue, -690, cover(fissure));
  }
}
