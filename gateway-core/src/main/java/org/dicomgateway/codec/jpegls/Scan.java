package org.dicomgateway.codec.jpegls;

/**
 * What the header of a scan says (T.87 C.2.3).
 *
 * @param components indices of the components in it
 * @param interleave one of the constants below
 * @param restartInterval lines from one restart marker to the next; 0 if there are none
 * @param start byte of the codestream after the header
 */
record Scan(
    int[] components, int interleave, CodingParameters parameters, int restartInterval, int start) {
  static final int NOT_INTERLEAVED = 0;
  static final int LINE_INTERLEAVED = 1;
  static final int SAMPLE_INTERLEAVED = 2;
}
