package org.dicomgateway.codec.jpegls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is wrong with a stream, it is said, and nothing else happens. */
class DamagedStreamTest {
  private static final FrameShape SHAPE = new FrameShape(23, 19, 3, 12);
  private static final String FRAME_HEADER = "ffd8 fff7000b 08 0002 0002 01 011100";

  @ParameterizedTest
  @EnumSource
  void refusesEveryTruncation(Pictures picture) {
    byte[] whole = encoded(picture, 1);
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> JpegLsDecoder.decode(part))
          .as("%s, %d of %d bytes", picture, length, whole.length)
          .isInstanceOf(JpegLsException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void survivesEveryFlippedBit(Pictures picture) {
    byte[] stream = encoded(picture, 1);
    for (int bit = 0; bit < stream.length * 8; bit++) {
      stream[bit >> 3] ^= (byte) (1 << (bit & 7));
      assertFrameOrRefusal(stream);
      stream[bit >> 3] ^= (byte) (1 << (bit & 7));
    }
  }

  @Test
  void survivesNoiseInPlaceOfAScan() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      byte[] stream = encoded(Pictures.values()[i % Pictures.values().length], seed + i);
      for (int hits = 0; hits < 8; hits++) {
        stream[random.nextInt(stream.length)] = (byte) random.nextInt();
      }
      assertFrameOrRefusal(stream);
    }
  }

  @Test
  void refusesAnotherShapeThanTheExpectedOne() {
    byte[] stream = encoded(Pictures.RAMP, 1);

    assertThatThrownBy(() -> JpegLsDecoder.decode(stream, new FrameShape(23, 19, 1, 12)))
        .isInstanceOf(JpegLsException.class)
        .hasMessageContaining("samplesPerPixel=3")
        .hasMessageContaining("and not")
        .hasMessageContaining("samplesPerPixel=1");
  }

  @Test
  void takesNoMemoryForAFrameThatItsBytesCannotHold() {
    assertThatThrownBy(
            () -> decode("ffd8 fff7000b 10 7fff 7fff 01 011100 ffda000801 0100 000000 00 ffd9"))
        .isInstanceOf(JpegLsException.class)
        .hasMessageContaining("in 28 bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "ffd9, 'JPEG-LS, byte 0: no start of image'",
    "ffd8ffd9, 'JPEG-LS, byte 4: no JPEG-LS frame header'",
    "ffd8ffda000801010000000000, 'JPEG-LS, byte 7: no JPEG-LS frame header'",
    "ffd8ffc0000b080002000201011100, 'JPEG-LS, byte 6: marker 192 is not read here'",
    "ffd800, 'JPEG-LS, byte 2: no marker'",
  })
  void saysWhatIsWrongAndWhere(String stream, String message) {
    assertThatThrownBy(() -> decode(stream))
        .isInstanceOf(JpegLsException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "fff8000d0200ff000300070015, preset parameters type 2",
    "fff8000d0101ff0003000700150040 ffda0008010100000000, near 0 with maxval 511",
    "fff8000d0100ff0007000300150040 ffda0008010100000000, parameters out of range: PresetParameters[maxval=255",
    "ffdd000700000000 01, restart interval length 5",
    "fff7000b08000200020101 1100, a second frame header",
    "ffe800076d72667801, colour transform 1",
    "fffe0001, a segment of 1 bytes",
    "ffda00080102000000 00, component 2",
    "ffda000801010100 0000, mapping table 1",
    "ffda00080101000002 00, interleave mode 2",
    "ffda000801010000 0001, point transform 1",
    "ffda000801010080 0000, near 128 with maxval 255",
    "ffda000a0201000100 000000, number of components in a scan 2",
  })
  void refusesHeadersThatItCannotHold(String segment, String message) {
    assertThatThrownBy(() -> decode(FRAME_HEADER + segment + "0000000000000000ffd9"))
        .isInstanceOf(JpegLsException.class)
        .hasMessageContaining(message);
  }

  private static Frame decode(String hex) throws JpegLsException {
    return JpegLsDecoder.decode(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  private static byte[] encoded(Pictures picture, long seed) {
    return JpegLsEncoder.encode(picture.draw(SHAPE, new Random(seed)), SHAPE);
  }

  private static void assertFrameOrRefusal(byte[] stream) {
    Throwable failure = catchThrowable(() -> JpegLsDecoder.decode(stream));
    if (failure != null) {
      assertThat(failure)
          .as(() -> HexFormat.of().formatHex(stream))
          .isInstanceOf(JpegLsException.class);
    }
  }
}
