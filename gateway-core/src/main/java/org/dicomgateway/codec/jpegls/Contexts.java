package org.dicomgateway.codec.jpegls;

import java.util.Arrays;

/**
 * What was learnt so far about prediction errors, for each of the contexts of regular mode (T.87
 * A.2.1, A.6), and how a context is found from the gradients around a sample (A.3).
 *
 * <p>Written without branches where the data decide, because these branches would be mispredicted.
 */
final class Contexts {
  private static final int COUNT = 365;
  private static final int LEAST_CORRECTION = -128;
  private static final int MOST_CORRECTION = 127;

  /** Region of every possible gradient from -maxval to maxval (A.3.3). */
  private final byte[] regions;

  private final int[] errorSums = new int[COUNT];
  private final int[] biases = new int[COUNT];
  private final int[] corrections = new int[COUNT];
  private final int[] counts = new int[COUNT];

  private final int maxval;
  private final int step;
  private final int reset;
  private final int initialErrorSum;

  Contexts(CodingParameters parameters) {
    maxval = parameters.maxval();
    step = parameters.step();
    reset = parameters.reset();
    initialErrorSum = parameters.initialErrorSum();
    regions = regions(parameters);
    reset();
  }

  /** Forgets everything, as at the start of a scan and of a restart interval. */
  void reset() {
    Arrays.fill(errorSums, initialErrorSum);
    Arrays.fill(biases, 0);
    Arrays.fill(corrections, 0);
    Arrays.fill(counts, 1);
  }

  private static byte[] regions(CodingParameters p) {
    byte[] regions = new byte[2 * p.maxval() + 1];
    int[] starts = {p.near() + 1, p.t1(), p.t2(), p.t3()};
    for (int i = 0; i < starts.length; i++) {
      Arrays.fill(
          regions,
          p.maxval() + Math.min(starts[i], p.maxval() + 1),
          regions.length,
          (byte) (i + 1));
    }
    for (int gradient = 1; gradient <= p.maxval(); gradient++) {
      regions[p.maxval() - gradient] = (byte) -regions[p.maxval() + gradient];
    }
    return regions;
  }

  /**
   * The context of a sample between its neighbours left, above, above to the left and above to the
   * right; its sign is that of the error, and 0 stands for run mode (A.3.4).
   */
  int signed(int ra, int rb, int rc, int rd) {
    return 81 * regions[rd - rb + maxval]
        + 9 * regions[rb - rc + maxval]
        + regions[rc - ra + maxval];
  }

  /** Bits of the lower part of a Golomb code: the least k with N * 2^k >= A (A.5.1). */
  int golombParameter(int context) {
    return golombParameter(errorSums[context], counts[context]);
  }

  static int golombParameter(int errorSum, int count) {
    int k =
        Math.max(0, Integer.numberOfLeadingZeros(count) - Integer.numberOfLeadingZeros(errorSum));
    return k + ((count << k) - errorSum >>> 31);
  }

  /** What a prediction is to be corrected by (A.4.2). */
  int correction(int context) {
    return corrections[context];
  }

  /**
   * -1 if errors lean to the negative, so that codes of k = 0 are given out the other way (A.5.2).
   */
  int leaning(int context) {
    return 2 * biases[context] + counts[context] - 1 >> 31;
  }

  /** Learns from an error (A.6). */
  void update(int context, int error) {
    int count = counts[context];
    int errorSum = errorSums[context] + Math.abs(error);
    int bias = biases[context] + error * step;
    if (count == reset) {
      errorSum >>= 1;
      bias >>= 1;
      count >>= 1;
    }
    count++;
    int tooLow = bias + count - 1 >>> 31;
    int tooHigh = -bias >>> 31;
    int change = tooHigh - tooLow;
    errorSums[context] = errorSum;
    counts[context] = count;
    biases[context] = Math.min(0, Math.max(1 - count, bias - change * count));
    corrections[context] =
        Math.min(MOST_CORRECTION, Math.max(LEAST_CORRECTION, corrections[context] + change));
  }

  /** The median of left, above and the plane through the three neighbours (A.4.1). */
  static int predict(int ra, int rb, int rc) {
    int least = Math.min(ra, rb);
    int most = Math.max(ra, rb);
    return Math.max(least, Math.min(most, ra + rb - rc));
  }
}
