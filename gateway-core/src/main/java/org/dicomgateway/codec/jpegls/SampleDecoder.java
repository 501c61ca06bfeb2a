package org.dicomgateway.codec.jpegls;

/** Reads samples and lengths of runs (T.87 Annex A). */
final class SampleDecoder {
  private final BitReader in;
  private final Contexts contexts;
  private final RunContexts runContexts;
  private final int maxval;
  private final int near;
  private final int step;
  private final int range;
  private final int limit;
  private final int errorBits;

  /** Whether samples come out by cutting off bits, as in nearly every lossless stream. */
  private final boolean binary;

  SampleDecoder(CodingParameters parameters, BitReader in) {
    this.in = in;
    contexts = new Contexts(parameters);
    runContexts = new RunContexts(parameters);
    maxval = parameters.maxval();
    near = parameters.near();
    step = parameters.step();
    range = parameters.range();
    limit = parameters.limit();
    errorBits = parameters.errorBits();
    binary = near == 0 && Integer.bitCount(range) == 1;
  }

  /** Forgets what was learnt. */
  void reset() {
    contexts.reset();
    runContexts.reset();
  }

  /** The context of a sample, with a sign; 0 for run mode. */
  int context(int ra, int rb, int rc, int rd) {
    return contexts.signed(ra, rb, rc, rd);
  }

  /** A sample in regular mode (A.4 to A.6). */
  int regular(int signedContext, int ra, int rb, int rc) throws JpegLsException {
    int sign = signedContext >> 31;
    int context = (signedContext ^ sign) - sign;
    int correction = (contexts.correction(context) ^ sign) - sign;
    int predicted = Math.max(0, Math.min(maxval, Contexts.predict(ra, rb, rc) + correction));
    int k = contexts.golombParameter(context);
    int mapped = mapped(k, limit);
    int folded = mapped >>> 1 ^ -(mapped & 1);
    int error = k == 0 && near == 0 ? folded ^ contexts.leaning(context) : folded;
    contexts.update(context, error);
    return sample(predicted, (error ^ sign) - sign);
  }

  /** How many samples from here repeat, most of all those that are left of the line (A.7.1). */
  int runLength(Lines lines, int left) throws JpegLsException {
    int length = 0;
    while (in.bits(1) == 1) {
      int segment = 1 << RunContexts.lengthBits(lines.runIndex);
      if (segment <= left - length) {
        lines.runIndex = Math.min(RunContexts.LAST_INDEX, lines.runIndex + 1);
      }
      length += Math.min(segment, left - length);
      if (length == left) {
        return length;
      }
    }
    int restBits = RunContexts.lengthBits(lines.runIndex);
    length += restBits == 0 ? 0 : in.bits(restBits);
    if (length >= left) {
      throw new JpegLsException(in.position(), "a run goes beyond its line");
    }
    return length;
  }

  /** The sample that ends a run of single samples (A.7.2). */
  int interruption(int ra, int rb, int runIndex) throws JpegLsException {
    return Math.abs(ra - rb) <= near
        ? sample(ra, runError(1, runIndex))
        : interruptionByAbove(ra, rb, runIndex);
  }

  /** The same by the neighbour above, as always where samples are interleaved. */
  int interruptionByAbove(int ra, int rb, int runIndex) throws JpegLsException {
    int error = runError(0, runIndex);
    return sample(rb, ra > rb ? -error : error);
  }

  private int runError(int type, int runIndex) throws JpegLsException {
    int k = runContexts.golombParameter(type);
    int mapped = mapped(k, limit - RunContexts.lengthBits(runIndex) - 1);
    int error = runContexts.unmap(mapped, type, k);
    runContexts.update(type, error, mapped);
    return error;
  }

  private int mapped(int k, int codeLimit) throws JpegLsException {
    int mapped = in.golomb(k, codeLimit, errorBits);
    if (mapped > range) {
      throw new JpegLsException(in.position(), "an error larger than samples can be");
    }
    return mapped;
  }

  private int sample(int predicted, int error) {
    return binary ? predicted + error & maxval : wrapped(predicted + error * step);
  }

  /** A.4.5, of the decoder. */
  private int wrapped(int value) {
    int turn = range * step;
    int turned = value < -near ? value + turn : value > maxval + near ? value - turn : value;
    return Math.max(0, Math.min(maxval, turned));
  }
}
