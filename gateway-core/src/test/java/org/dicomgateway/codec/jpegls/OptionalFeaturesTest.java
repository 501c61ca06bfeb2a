package org.dicomgateway.codec.jpegls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What other encoders may write and ours does not. */
class OptionalFeaturesTest {
  private static final int HEADER_LENGTH = 25;
  private static final FrameShape SHAPE = new FrameShape(40, 30, 1, 8);

  @ParameterizedTest
  @EnumSource
  void readsIntervalsBetweenRestartMarkers(Pictures picture) throws Exception {
    short[] samples = picture.draw(SHAPE, new Random(1));

    assertThat(JpegLsDecoder.decode(withRestarts(samples, 3, 0xD0)).samples()).isEqualTo(samples);
    assertThat(JpegLsDecoder.decode(withRestarts(samples, 7, 0xD0)).samples()).isEqualTo(samples);
  }

  @Test
  void refusesRestartMarkersThatAreOutOfOrder() {
    short[] samples = Pictures.RAMP.draw(SHAPE, new Random(1));

    assertThatThrownBy(() -> JpegLsDecoder.decode(withRestarts(samples, 3, 0xD1)))
        .isInstanceOf(JpegLsException.class)
        .hasMessageContaining("no restart marker D0");
  }

  /** Intervals know nothing of each other, so that each is a frame of its own. */
  private static byte[] withRestarts(short[] samples, int interval, int firstMarker) {
    byte[] header = JpegLsEncoder.encode(samples, SHAPE);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.write(header, 0, 2);
    stream.writeBytes(new byte[] {-1, (byte) 0xDD, 0, 4, 0, (byte) interval});
    stream.write(header, 2, HEADER_LENGTH - 2);
    for (int row = 0; row < SHAPE.rows(); row += interval) {
      int rows = Math.min(interval, SHAPE.rows() - row);
      if (row > 0) {
        stream.write(0xFF);
        stream.write(0xD0 + (firstMarker + row / interval - 1) % 8);
      }
      int from = row * SHAPE.columns();
      short[] part = Arrays.copyOfRange(samples, from, from + rows * SHAPE.columns());
      byte[] own = JpegLsEncoder.encode(part, new FrameShape(SHAPE.columns(), rows, 1, 8));
      stream.write(own, HEADER_LENGTH, own.length - HEADER_LENGTH - 2);
    }
    stream.writeBytes(new byte[] {-1, (byte) 0xD9});
    return stream.toByteArray();
  }

  @ParameterizedTest
  @EnumSource
  void readsPresetThresholdsAndReset(Pictures picture) throws Exception {
    short[] samples = picture.draw(SHAPE, new Random(1));
    BitWriter out = new BitWriter(100_000);
    for (byte octet :
        HexFormat.of()
            .parseHex(
                "ffd8fff7000b08001e002801011100fff8000d0100ff0009001100400010ffda0008010100000000")) {
      out.octet(octet);
    }
    LineEncoder encoder = new LineEncoder(new CodingParameters(255, 0, 9, 17, 64, 16), out);
    Lines lines = Lines.ofComponents(1, SHAPE.columns())[0];
    for (int row = 0; row < SHAPE.rows(); row++) {
      lines.next();
      lines.take(samples, row * SHAPE.columns(), 1);
      encoder.encode(lines);
    }
    out.endBits();
    out.marker(Marker.END_OF_IMAGE);

    assertThat(JpegLsDecoder.decode(out.toByteArray()).samples()).isEqualTo(samples);
  }

  @Test
  void skipsCommentsApplicationSegmentsAndFillBytes() throws Exception {
    short[] samples = Pictures.RAMP.draw(SHAPE, new Random(1));
    byte[] plain = JpegLsEncoder.encode(samples, SHAPE);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.write(plain, 0, 2);
    stream.writeBytes(
        HexFormat.of().parseHex("fffe0004abcd" + "ffffe10003ff" + "ffe800076d72667800"));
    stream.write(plain, 2, plain.length - 4);
    stream.writeBytes(HexFormat.of().parseHex("ffffd9" + "00"));

    assertThat(JpegLsDecoder.decode(stream.toByteArray()).samples()).isEqualTo(samples);
  }
}
