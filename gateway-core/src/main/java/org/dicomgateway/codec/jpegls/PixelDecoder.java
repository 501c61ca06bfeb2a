package org.dicomgateway.codec.jpegls;

import java.util.Arrays;

/**
 * Reads lines of several components at once: scans that are interleaved by samples (T.87 B.2.3).
 */
final class PixelDecoder {
  private final SampleDecoder decoder;
  private final Lines[] components;
  private final int[] contexts;

  PixelDecoder(SampleDecoder decoder, Lines[] components) {
    this.decoder = decoder;
    this.components = components;
    contexts = new int[components.length];
  }

  /** Reads the current line of every component. */
  void decode() throws JpegLsException {
    int end = components[0].current.length - 1;
    int x = 1;
    while (x < end) {
      if (findContexts(x)) {
        regular(x);
        x++;
      } else {
        x = run(x, end);
      }
    }
  }

  /** Whether any component is not flat here. */
  private boolean findContexts(int x) {
    int any = 0;
    for (int i = 0; i < contexts.length; i++) {
      int[] above = components[i].above;
      int[] line = components[i].current;
      contexts[i] = decoder.context(line[x - 1], above[x], above[x - 1], above[x + 1]);
      any |= contexts[i];
    }
    return any != 0;
  }

  private void regular(int x) throws JpegLsException {
    for (int i = 0; i < contexts.length; i++) {
      int[] above = components[i].above;
      int[] line = components[i].current;
      line[x] = decoder.regular(contexts[i], line[x - 1], above[x], above[x - 1]);
    }
  }

  /** A run lasts while all components repeat; one index is for all of them. */
  private int run(int start, int end) throws JpegLsException {
    Lines first = components[0];
    int x = start + decoder.runLength(first, end - start);
    for (Lines component : components) {
      int[] line = component.current;
      int ra = line[start - 1];
      Arrays.fill(line, start, x, ra);
      if (x < end) {
        line[x] = decoder.interruptionByAbove(ra, component.above[x], first.runIndex);
      }
    }
    if (x < end) {
      first.endRun();
      x++;
    }
    return x;
  }
}
