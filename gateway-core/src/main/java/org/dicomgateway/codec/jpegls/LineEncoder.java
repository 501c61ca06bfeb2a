package org.dicomgateway.codec.jpegls;

/** Codes lines of one component without loss (T.87 Annex A). */
final class LineEncoder {
  private final CodingParameters parameters;
  private final Contexts contexts;
  private final RunContexts runContexts;
  private final BitWriter out;
  private final int limit;
  private final int errorBits;
  private final int unusedBits;

  LineEncoder(CodingParameters parameters, BitWriter out) {
    this.parameters = parameters;
    this.out = out;
    contexts = new Contexts(parameters);
    runContexts = new RunContexts(parameters);
    limit = parameters.limit();
    errorBits = parameters.errorBits();
    unusedBits = Integer.SIZE - errorBits;
  }

  /** Codes the current line. */
  void encode(Lines lines) {
    int[] above = lines.above;
    int[] line = lines.current;
    int end = line.length - 1;
    int x = 1;
    while (x < end) {
      int ra = line[x - 1];
      int rb = above[x];
      int rc = above[x - 1];
      int context = contexts.signed(ra, rb, rc, above[x + 1]);
      if (context != 0) {
        regular(context, line[x], Contexts.predict(ra, rb, rc));
        x++;
      } else {
        x = run(lines, x);
      }
    }
  }

  /** A.4 to A.6. */
  private void regular(int signedContext, int sample, int median) {
    int sign = signedContext >> 31;
    int context = (signedContext ^ sign) - sign;
    int correction = (contexts.correction(context) ^ sign) - sign;
    int predicted = Math.max(0, Math.min(parameters.maxval(), median + correction));
    int error = modulo((sample - predicted ^ sign) - sign);
    int k = contexts.golombParameter(context);
    int folded = k == 0 ? error ^ contexts.leaning(context) : error;
    out.golomb(folded << 1 ^ folded >> 31, k, limit, errorBits);
    contexts.update(context, error);
  }

  /** A.7: codes a run from here and the sample that ends it; returns where to go on. */
  private int run(Lines lines, int start) {
    int[] line = lines.current;
    int end = line.length - 1;
    int value = line[start - 1];
    int x = start;
    while (x < end && line[x] == value) {
      x++;
    }
    int rest = runSegments(lines, x - start);
    if (x == end) {
      if (rest > 0) {
        out.bits(1, 1);
      }
      return x;
    }
    int lengthBits = RunContexts.lengthBits(lines.runIndex);
    out.bits(rest, 1 + lengthBits);
    interruption(line[x], value, lines.above[x], limit - lengthBits - 1);
    lines.endRun();
    return x + 1;
  }

  /** A bit for each whole segment of a run, which grow as they come (A.7.1.2); returns the rest. */
  private int runSegments(Lines lines, int length) {
    int rest = length;
    int segment = 1 << RunContexts.lengthBits(lines.runIndex);
    while (rest >= segment) {
      out.bits(1, 1);
      rest -= segment;
      lines.runIndex = Math.min(RunContexts.LAST_INDEX, lines.runIndex + 1);
      segment = 1 << RunContexts.lengthBits(lines.runIndex);
    }
    return rest;
  }

  /** A.7.2. */
  private void interruption(int sample, int ra, int rb, int codeLimit) {
    int type = ra == rb ? 1 : 0;
    int error = modulo(ra > rb ? rb - sample : sample - rb);
    int k = runContexts.golombParameter(type);
    int mapped = runContexts.map(error, type, k);
    out.golomb(mapped, k, codeLimit, errorBits);
    runContexts.update(type, error, mapped);
  }

  /** Into the range of errors, which here is a power of two (A.4.5). */
  private int modulo(int error) {
    return error << unusedBits >> unusedBits;
  }
}
