package org.dicomgateway.samples.generator.thorax;

import java.util.SplittableRandom;

/**
 * What a scanner does to a slice: it blurs a little, and adds noise that has the grain of filtered
 * back projection, where neighbours hang together and large areas even out.
 */
record Scanner(Grid grid, long seed) {

  /** Blurs and adds noise in place. */
  void scan(float[] hu, int slice, double z) {
    blur(hu, 1, 0.22f);
    float[] noise = noise(slice);
    double shoulders = Organ.smoothstep(225, 300, z);
    for (int index = 0; index < hu.length; index++) {
      double off = grid.radius()[index] / 190.0;
      double level = hu[index] < -900 && off > 0.6 ? 5 : 15.5 - 6 * Math.min(1, off * off);
      hu[index] += (float) (noise[index] * level * (1 + 0.5 * shoulders));
    }
    if (shoulders > 0) {
      streaks(hu, slice, shoulders);
    }
  }

  private float[] noise(int slice) {
    SplittableRandom random = new SplittableRandom(seed * 1000 + slice);
    float[] fine = new float[grid.size() * grid.size()];
    for (int index = 0; index < fine.length; index++) {
      long bits = random.nextLong();
      fine[index] =
          ((bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48))
                  / 65536f
              - 2;
    }
    blur(fine, 2, 0.25f);
    float[] coarse = fine.clone();
    blur(coarse, 6, 0.25f);
    for (int index = 0; index < fine.length; index++) {
      fine[index] = (fine[index] - 0.8f * coarse[index]) * 7.5f;
    }
    return fine;
  }

  /** Photons are few along the shoulders: noise in lines from side to side. */
  private void streaks(float[] hu, int slice, double strength) {
    SplittableRandom random = new SplittableRandom(seed * 2000 + slice);
    double line = 0;
    for (int row = 0; row < grid.size(); row++) {
      line = 0.6 * line + random.nextDouble(-1, 1);
      double fade = Frame.bump(grid.coordinate(row), 5, 50) * strength * 9 * line;
      for (int column = 0; column < grid.size(); column++) {
        hu[row * grid.size() + column] += (float) fade;
      }
    }
  }

  /** Mixes each pixel with its neighbours in the row, then in the column, some times over. */
  private void blur(float[] values, int times, float share) {
    int size = grid.size();
    float[] line = new float[size];
    for (int pass = 0; pass < times; pass++) {
      for (int row = 0; row < size; row++) {
        blurLine(values, row * size, 1, line, share);
      }
      for (int column = 0; column < size; column++) {
        blurLine(values, column, size, line, share);
      }
    }
  }

  private static void blurLine(float[] values, int from, int step, float[] line, float share) {
    int last = line.length - 1;
    for (int i = 0; i <= last; i++) {
      line[i] = values[from + i * step];
    }
    for (int i = 0; i <= last; i++) {
      float before = line[Math.max(0, i - 1)];
      float after = line[Math.min(last, i + 1)];
      values[from + i * step] = line[i] * (1 - 2 * share) + (before + after) * share;
    }
  }
}
