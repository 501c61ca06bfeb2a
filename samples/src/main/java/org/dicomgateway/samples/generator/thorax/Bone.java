package org.dicomgateway.samples.generator.thorax;

import static org.dicomgateway.samples.generator.thorax.Organ.cover;
import static org.dicomgateway.samples.generator.thorax.Organ.mix;

import org.dicomgateway.samples.generator.Noise;

/** What bone looks like: a dense shell around marrow in a mesh. Thread-safe. */
record Bone(Noise mesh, double cortex, double marrow) {

  /**
   * Paints a bone.
   *
   * @param distance millimetres to its surface, negative inside
   * @param shell thickness of the dense layer, millimetres
   */
  double paint(double under, double distance, double shell, double x, double y, double z) {
    if (distance > 1) {
      return under;
    }
    double spongy =
        marrow + 95 * mesh.at(x / 1.7, y / 1.7, z / 2) + 40 * mesh.at(x / 6, y / 6, z / 6);
    double hard = cortex + 120 * mesh.at(x / 4, y / 4, z / 4);
    double bone = mix(hard, spongy, cover(distance + shell));
    return mix(under, bone, cover(distance));
  }
}
