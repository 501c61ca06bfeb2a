package org.dicomgateway.codec.jpegls;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The line of a component that is being coded and the one above it, with a sample more on either
 * side for the neighbours of the first and the last (T.87 A.2.1, Figure A.3), and its run index.
 */
final class Lines {
  int[] above;
  int[] current;
  int runIndex;

  static Lines[] ofComponents(int number, int columns) {
    return IntStream.range(0, number).mapToObj(i -> new Lines(columns)).toArray(Lines[]::new);
  }

  private Lines(int columns) {
    above = new int[columns + 2];
    current = new int[columns + 2];
  }

  /** Makes ready for the samples of the next line. */
  void next() {
    int[] done = current;
    current = above;
    above = done;
    current[0] = above[1];
    above[above.length - 1] = above[above.length - 2];
  }

  /** After the sample that ended a run before the line's end (A.7.1.2). */
  void endRun() {
    runIndex = Math.max(0, runIndex - 1);
  }

  /** As before the first line. */
  void reset() {
    Arrays.fill(above, 0);
    Arrays.fill(current, 0);
    runIndex = 0;
  }

  /**
   * Takes the current line from a frame.
   *
   * @return all its samples, or-ed
   */
  int take(short[] samples, int from, int stride) {
    int bits = 0;
    int at = from;
    for (int x = 1; x < current.length - 1; x++, at += stride) {
      int sample = samples[at] & 0xFFFF;
      current[x] = sample;
      bits |= sample;
    }
    return bits;
  }

  /** Gives the current line to a frame. */
  void give(short[] samples, int from, int stride) {
    int at = from;
    for (int x = 1; x < current.length - 1; x++, at += stride) {
      samples[at] = (short) current[x];
    }
  }
}
