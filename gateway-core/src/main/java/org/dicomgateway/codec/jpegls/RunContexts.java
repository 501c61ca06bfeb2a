package org.dicomgateway.codec.jpegls;

import java.util.Arrays;

/**
 * What was learnt about the samples that end runs (T.87 A.7.2): the two contexts 365 and 366, of
 * which the second is for neighbours left and above that are alike.
 */
final class RunContexts {
  /** Bits of the length of a run that its index stands for: J (A.2.1). */
  private static final int[] LENGTH_BITS = {
    0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13,
    14, 15
  };

  static final int LAST_INDEX = LENGTH_BITS.length - 1;

  private final int[] errorSums = new int[2];
  private final int[] counts = new int[2];
  private final int[] negatives = new int[2];
  private final int initialErrorSum;
  private final int reset;

  RunContexts(CodingParameters parameters) {
    initialErrorSum = parameters.initialErrorSum();
    reset = parameters.reset();
    reset();
  }

  void reset() {
    Arrays.fill(errorSums, initialErrorSum);
    Arrays.fill(counts, 1);
    Arrays.fill(negatives, 0);
  }

  static int lengthBits(int index) {
    return LENGTH_BITS[index];
  }

  /** Bits of the lower part of a Golomb code (A.7.2.1). */
  int golombParameter(int type) {
    int sum = errorSums[type] + (type == 0 ? 0 : counts[type] >> 1);
    return Contexts.golombParameter(sum, counts[type]);
  }

  /** An error as the number that is coded: EMErrval (A.7.2.2). */
  int map(int error, int type, int k) {
    int map = error != 0 && error < 0 == negativesAreOdd(type, k) ? 1 : 0;
    return 2 * Math.abs(error) - type - map;
  }

  /** The error of a number that was coded. */
  int unmap(int mapped, int type, int k) {
    int doubled = mapped + type;
    int map = doubled & 1;
    int size = doubled + map >> 1;
    return negativesAreOdd(type, k) == (map == 1) ? -size : size;
  }

  private boolean negativesAreOdd(int type, int k) {
    return k != 0 || 2 * negatives[type] >= counts[type];
  }

  /** Learns from an error and the number it was coded by (A.7.2.3). */
  void update(int type, int error, int mapped) {
    negatives[type] += error >>> 31;
    errorSums[type] += mapped + 1 - type >> 1;
    if (counts[type] == reset) {
      errorSums[type] >>= 1;
      counts[type] >>= 1;
      negatives[type] >>= 1;
    }
    counts[type]++;
  }
}
