package org.dicomgateway.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtendedJpegDecoderTest {

  @ParameterizedTest
  @CsvSource({"64, 64", "61, 43", "1, 1", "8, 200"})
  void decodesEightBitsAsTheJdkDoes(int columns, int rows) throws Exception {
    byte[] code = jpeg(columns, rows);
    BufferedImage reference = ImageIO.read(new ByteArrayInputStream(code));

    GrayImage image = ExtendedJpegDecoder.decode(code);

    assertThat(image.columns()).isEqualTo(columns);
    assertThat(image.rows()).isEqualTo(rows);
    assertThat(image.precision()).isEqualTo(8);
    for (int i = 0; i < image.samples().length; i++) {
      int expected = reference.getRaster().getSample(i % columns, i / columns, 0);
      assertThat(Math.abs(image.samples()[i] - expected)).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void refusesStreamsThatEndEarly() throws Exception {
    byte[] code = jpeg(64, 64);

    for (int length = 0; length < code.length - 20; length += 7) {
      byte[] cut = Arrays.copyOf(code, length);
      assertThatThrownBy(() -> ExtendedJpegDecoder.decode(cut)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void takesDamagedStreamsAsImagesOrErrors() throws Exception {
    byte[] code = jpeg(64, 64);
    Random random = new Random(1);

    for (int round = 0; round < 2000; round++) {
      byte[] damaged = code.clone();
      damaged[random.nextInt(code.length)] = (byte) random.nextInt();
      try {
        ExtendedJpegDecoder.decode(damaged);
      } catch (IOException e) {
        assertThat(e).hasMessageStartingWith("JPEG: ");
      }
    }
  }

  private static byte[] jpeg(int columns, int rows) throws IOException {
    BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < columns * rows; i++) {
      image.getRaster().setSample(i % columns, i / columns, 0, (i * 7 + i / columns * 3) % 256);
    }
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", code);
    return code.toByteArray();
  }
}
