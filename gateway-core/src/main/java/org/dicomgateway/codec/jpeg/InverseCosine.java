package org.dicomgateway.codec.jpeg;

/** The inverse discrete cosine transform of 8 by 8 coefficients (T.81 §A.3.3). */
final class InverseCosine {
  private static final int SIZE = 8;
  private static final double[][] BASIS = new double[SIZE][SIZE];

  static {
    for (int position = 0; position < SIZE; position++) {
      for (int frequency = 0; frequency < SIZE; frequency++) {
        double scale = frequency == 0 ? Math.sqrt(0.125) : 0.5;
        BASIS[position][frequency] =
            scale * Math.cos((2 * position + 1) * frequency * Math.PI / 16);
      }
    }
  }

  private final double[] rows = new double[SIZE * SIZE];

  /** Transforms in place, row by row. */
  void transform(double[] block) {
    for (int v = 0; v < SIZE; v++) {
      for (int x = 0; x < SIZE; x++) {
        double sum = 0;
        for (int u = 0; u < SIZE; u++) {
          sum += BASIS[x][u] * block[v * SIZE + u];
        }
        rows[v * SIZE + x] = sum;
      }
    }
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        double sum = 0;
        for (int v = 0; v < SIZE; v++) {
          sum += BASIS[y][v] * rows[v * SIZE + x];
        }
        block[y * SIZE + x] = sum;
      }
    }
  }
}
