package org.dicomgateway.codec.jpegls;

/**
 * What encoder and decoder of a scan agree on (T.87 C.2.4.1.1), in the standard's names.
 *
 * @param maxval largest sample
 * @param near largest difference between a sample and what is decoded; 0 for lossless
 * @param t1 first threshold of gradients, and so on
 * @param reset how often a context is met until its sums are halved
 */
record CodingParameters(int maxval, int near, int t1, int t2, int t3, int reset) {
  private static final int DEFAULT_RESET = 64;

  /** The defaults (C.2.4.1.1.1). */
  static CodingParameters defaults(int maxval, int near) {
    int t1;
    int t2;
    int t3;
    if (maxval >= 128) {
      int factor = (Math.min(maxval, 4095) + 128) / 256;
      t1 = clamp(factor + 2 + 3 * near, near + 1, maxval);
      t2 = clamp(factor * 4 + 3 + 5 * near, t1, maxval);
      t3 = clamp(factor * 17 + 4 + 7 * near, t2, maxval);
    } else {
      int factor = 256 / (maxval + 1);
      t1 = clamp(Math.max(2, 3 / factor + 3 * near), near + 1, maxval);
      t2 = clamp(Math.max(3, 7 / factor + 5 * near), t1, maxval);
      t3 = clamp(Math.max(4, 21 / factor + 7 * near), t2, maxval);
    }
    return new CodingParameters(maxval, near, t1, t2, t3, DEFAULT_RESET);
  }

  /** Figure C.3: what lies outside becomes the lower bound. */
  private static int clamp(int value, int least, int most) {
    return value > most || value < least ? least : value;
  }

  /** Number of values of a prediction error (A.2.1). */
  int range() {
    return (maxval + 2 * near) / step() + 1;
  }

  /** Distance of values that errors are quantized to (A.4.4). */
  int step() {
    return 2 * near + 1;
  }

  /** Bits of a prediction error: qbpp (A.2.1). */
  int errorBits() {
    return ceilLog2(range());
  }

  /** Longest code of a sample in bits: LIMIT (A.2.1). */
  int limit() {
    int sampleBits = Math.max(2, ceilLog2(maxval + 1));
    return 2 * (sampleBits + Math.max(8, sampleBits));
  }

  /** What the sums of errors begin with: A of each context (A.2.1). */
  int initialErrorSum() {
    return Math.max(2, (range() + 32) / 64);
  }

  private static int ceilLog2(int value) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(value - 1);
  }
}
