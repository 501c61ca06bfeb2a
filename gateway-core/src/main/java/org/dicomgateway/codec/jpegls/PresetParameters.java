package org.dicomgateway.codec.jpegls;

/**
 * Coding parameters as a stream presets them (T.87 C.2.4.1.1); 0 stands for the default.
 *
 * @param maxval and so on, see {@link CodingParameters}
 */
record PresetParameters(int maxval, int t1, int t2, int t3, int reset) {
  static final PresetParameters NONE = new PresetParameters(0, 0, 0, 0, 0);

  private static final int LEAST_RESET = 3;
  private static final int MOST_RESET = 255;

  /** What they come to for samples of a scan. */
  CodingParameters forScan(int largestSample, int near, int position) throws JpegLsException {
    int top = otherwise(maxval, largestSample);
    if (top > largestSample || near > top / 2) {
      throw new JpegLsException(position, "near %d with maxval %d".formatted(near, top));
    }
    CodingParameters defaults = CodingParameters.defaults(top, near);
    CodingParameters own =
        new CodingParameters(
            top,
            near,
            otherwise(t1, defaults.t1()),
            otherwise(t2, defaults.t2()),
            otherwise(t3, defaults.t3()),
            otherwise(reset, defaults.reset()));
    boolean inOrder =
        near < own.t1() && own.t1() <= own.t2() && own.t2() <= own.t3() && own.t3() <= top;
    if (!inOrder || own.reset() < LEAST_RESET || own.reset() > Math.max(MOST_RESET, top)) {
      throw new JpegLsException(position, "parameters out of range: " + this);
    }
    return own;
  }

  private static int otherwise(int preset, int value) {
    return preset == 0 ? value : preset;
  }
}
