package org.dicomgateway.codec.jpegls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The worked example of the standard, byte for byte (T.87 Annex H.3). */
class StandardExampleTest {
  private static final FrameShape SHAPE = new FrameShape(4, 4, 1, 8);
  private static final short[] SAMPLES = {
    0, 0, 90, 74, 68, 50, 43, 205, 64, 145, 145, 145, 100, 145, 145, 145
  };
  private static final byte[] CODESTREAM =
      HexFormat.of()
          .parseHex(
              "ffd8fff7000b0800040004010111"
                  + "00ffda0008010100000000"
                  + "c000006c80208e01c0000057400000"
                  + "6ee6000001bc18000005d800009160"
                  + "ffd9");

  @Test
  void encodesAsTheStandardDoes() {
    assertThat(JpegLsEncoder.encode(SAMPLES, SHAPE)).isEqualTo(CODESTREAM);
  }

  @Test
  void decodesWhatTheStandardEncoded() throws Exception {
    Frame frame = JpegLsDecoder.decode(CODESTREAM);

    assertThat(frame.shape()).isEqualTo(SHAPE);
    assertThat(frame.samples()).isEqualTo(SAMPLES);
  }

  /** T.87 Table C.3 has the thresholds for 8 bits; those for others follow from C.2.4.1.1.1. */
  @Test
  void hasTheStandardsDefaultsForEightBits() {
    assertThat(CodingParameters.defaults(255, 0))
        .isEqualTo(new CodingParameters(255, 0, 3, 7, 21, 64));
    assertThat(CodingParameters.defaults(255, 0).limit()).isEqualTo(32);
  }
}
