package org.dicomgateway.codec.jpegls;

import java.util.Arrays;

/** Reads lines of one component: scans that are not interleaved, or by lines. */
final class LineDecoder {
  private final SampleDecoder decoder;

  LineDecoder(SampleDecoder decoder) {
    this.decoder = decoder;
  }

  /** Reads the current line. */
  void decode(Lines lines) throws JpegLsException {
    int[] above = lines.above;
    int[] line = lines.current;
    int end = line.length - 1;
    int x = 1;
    while (x < end) {
      int ra = line[x - 1];
      int rb = above[x];
      int rc = above[x - 1];
      int context = decoder.context(ra, rb, rc, above[x + 1]);
      if (context != 0) {
        line[x++] = decoder.regular(context, ra, rb, rc);
      } else {
        x = run(lines, x);
      }
    }
  }

  private int run(Lines lines, int start) throws JpegLsException {
    int[] line = lines.current;
    int ra = line[start - 1];
    int end = line.length - 1;
    int x = start + decoder.runLength(lines, end - start);
    Arrays.fill(line, start, x, ra);
    if (x < end) {
      line[x] = decoder.interruption(ra, lines.above[x], lines.runIndex);
      lines.endRun();
      x++;
    }
    return x;
  }
}
