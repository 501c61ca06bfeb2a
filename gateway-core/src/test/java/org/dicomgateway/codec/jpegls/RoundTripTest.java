package org.dicomgateway.codec.jpegls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is encoded comes out again. */
class RoundTripTest {
  private static final List<int[]> SIZES =
      List.of(
          new int[] {1, 1},
          new int[] {1, 37},
          new int[] {37, 1},
          new int[] {2, 2},
          new int[] {33, 17},
          new int[] {131, 64});

  @ParameterizedTest
  @EnumSource
  void keepsEverySampleAtEveryPrecisionAndSize(Pictures picture) throws Exception {
    for (int precision = 2; precision <= 16; precision++) {
      for (int[] size : SIZES) {
        keeps(picture, new FrameShape(size[0], size[1], 1, precision), 1);
        keeps(picture, new FrameShape(size[0], size[1], 3, precision), 1);
      }
    }
  }

  @Test
  void keepsRandomFrames() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      FrameShape shape =
          new FrameShape(
              1 + random.nextInt(200),
              1 + random.nextInt(40),
              1 + random.nextInt(4),
              2 + random.nextInt(15));
      keeps(Pictures.values()[random.nextInt(Pictures.values().length)], shape, seed + i);
    }
  }

  /** A run across such a line needs the longest segments there are. */
  @Test
  void keepsTheWidestFrame() throws Exception {
    for (Pictures picture : Pictures.values()) {
      keeps(picture, new FrameShape(65535, 9, 1, 16), 2);
    }
  }

  @Test
  void takesLittleMoreThanTheSamplesForNoise() {
    FrameShape shape = new FrameShape(256, 256, 1, 16);
    short[] noise = Pictures.NOISE.draw(shape, new Random(1));

    assertThat(JpegLsEncoder.encode(noise, shape)).hasSizeLessThan(2 * noise.length * 21 / 20);
  }

  @Test
  void takesNextToNothingForOneColour() {
    assertThat(JpegLsEncoder.encode(new short[512 * 512], new FrameShape(512, 512, 1, 12)))
        .hasSizeLessThan(120);
  }

  @Test
  void refusesSamplesOfMoreBitsThanThePrecision() {
    FrameShape shape = new FrameShape(3, 2, 1, 12);
    short[] samples = {0, 0, 0, 0, 0x1000, 0};

    assertThatThrownBy(() -> JpegLsEncoder.encode(samples, shape))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row 1 has samples of more than 12 bits");
  }

  @Test
  void refusesMoreOrFewerSamplesThanTheShapeHas() {
    assertThatThrownBy(() -> JpegLsEncoder.encode(new short[5], new FrameShape(3, 2, 1, 8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("5 samples for a frame of 6");
  }

  @Test
  void letsManyThreadsEncodeAtOnce() {
    FrameShape shape = new FrameShape(64, 64, 1, 12);
    short[] samples = Pictures.RAMP.draw(shape, new Random(3));
    byte[] alone = JpegLsEncoder.encode(samples, shape);

    assertThat(
            IntStream.range(0, 50).parallel().mapToObj(i -> JpegLsEncoder.encode(samples, shape)))
        .allSatisfy(codestream -> assertThat(codestream).isEqualTo(alone));
  }

  private static void keeps(Pictures picture, FrameShape shape, long seed) throws Exception {
    short[] samples = picture.draw(shape, new Random(seed));
    Frame frame = JpegLsDecoder.decode(JpegLsEncoder.encode(samples, shape), shape);
    assertThat(frame.samples())
        .as("%s of %s with the seed %d", picture, shape, seed)
        .isEqualTo(samples);
  }
}
