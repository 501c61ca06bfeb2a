package org.dicomgateway.hub.dicomweb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.hub.testhub.TestHub;
import org.dicomgateway.hub.testhub.TestImage;
import org.dicomgateway.testdata.TranscodedFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What was transcoded on its way is given as it was received, and small to who wants it small. */
class TranscodedTest {
  private static final String COLOUR = "2.25.20";
  private static final String SERIES = "/dicomweb/studies/2.25.1/series/2.25.1.1";
  private static final String INSTANCE = SERIES + "/instances/" + COLOUR;
  private static final int SIDE = 48;
  private static final int FRAME = SIDE * SIDE * 3;

  @TempDir static Path folder;
  private static TestHub hub;
  private static TranscodedFile file;
  private static byte[] pixels;

  @BeforeAll
  static void fillHub() throws Exception {
    pixels = new byte[2 * FRAME];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i / SIDE);
    }
    Attributes image =
        TestImage.pixels(TestImage.instance(COLOUR), SIDE, SIDE, "RGB")
            .setInt(Tag.PlanarConfiguration, VR.US, 1)
            .setString(Tag.NumberOfFrames, VR.IS, "2")
            .setBytes(Tag.PixelData, VR.OW, pixels);
    Path plain = TestImage.write(folder.resolve("rgb.dcm"), image, UID.ImplicitVRLittleEndian);
    file = TranscodedFile.of(plain, folder);
    hub = TestHub.start().add("song-lam", file);
  }

  @AfterAll
  static void stopHub() {
    hub.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/dicom",
        "application/dicom; transfer-syntax=*",
        "application/dicom; transfer-syntax=1.2.840.10008.1.2"
      })
  void givesTheFileAsItWasReceived(String accept) throws Exception {
    HttpResponse<byte[]> response = hub.get(INSTANCE, "Accept", accept);

    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("application/dicom; transfer-syntax=1.2.840.10008.1.2");
    assertThat(response.body()).isEqualTo(Files.readAllBytes(file.received()));
  }

  @Test
  void givesTheFileAsItIsStoredWhereThatIsAskedFor() throws Exception {
    HttpResponse<byte[]> response =
        hub.get(INSTANCE, "Accept", "application/dicom; transfer-syntax=1.2.840.10008.1.2.4.80");

    assertThat(response.body()).isEqualTo(Files.readAllBytes(file.path()));
  }

  @ParameterizedTest
  @CsvSource({
    "/dicomweb/studies/2.25.1, *, true",
    SERIES + ", *, true",
    SERIES + ", 1.2.840.10008.1.2.4.80, false",
    INSTANCE + ", 1.2.840.10008.1.2, true"
  })
  void givesStudiesAndSeriesLikewise(String path, String syntax, boolean asReceived)
      throws Exception {
    HttpResponse<byte[]> response =
        hub.get(
            path,
            "Accept",
            "multipart/related; type=\"application/dicom\"; transfer-syntax=" + syntax);

    assertThat(new String(response.body(), ISO_8859_1))
        .contains(text(asReceived ? file.received() : file.path()));
  }

  @Test
  void refusesAnySyntaxItIsNotIn() throws Exception {
    HttpResponse<byte[]> response =
        hub.get(INSTANCE, "Accept", "application/dicom; transfer-syntax=1.2.840.10008.1.2.1");

    assertThat(response.statusCode()).isEqualTo(406);
    assertThat(new String(response.body(), ISO_8859_1)).contains("JPEG-LS", "Implicit VR");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/related; type=application/octet-stream; transfer-syntax=*",
        "multipart/related; type=\"image/jls\"",
        "*/*"
      })
  void givesSmallFramesToWhoTakesAny(String accept) throws Exception {
    HttpResponse<byte[]> response = hub.get(INSTANCE + "/frames/2", "Accept", accept);

    String answer = new String(response.body(), ISO_8859_1);
    assertThat(answer).contains("; transfer-syntax=1.2.840.10008.1.2.4.80\r\n");
    assertThat(response.body().length).isLessThan(FRAME / 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1",
        "application/octet-stream"
      })
  void givesNativeFramesToWhoAsksForThem(String accept) throws Exception {
    HttpResponse<byte[]> response = hub.get(INSTANCE + "/frames/2", "Accept", accept);

    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1");
    byte[] byPixel = new byte[FRAME];
    for (int i = 0; i < FRAME; i++) {
      byPixel[i] = pixels[FRAME + i % 3 * SIDE * SIDE + i / 3];
    }
    assertThat(response.body()).isEqualTo(byPixel);
  }

  @Test
  void saysInTheMetadataWhatTheFramesAre() throws Exception {
    HttpResponse<byte[]> response = hub.get(INSTANCE + "/metadata");

    var metadata = JsonMapper.shared().readTree(response.body()).path(0);
    assertThat(metadata.at("/00083002/Value/0").asString()).isEqualTo(UID.JPEGLSLossless);
    assertThat(metadata.at("/00280006/Value/0").asInt()).isZero();
  }

  @Test
  void drawsIt() throws Exception {
    HttpResponse<byte[]> response = hub.get(INSTANCE + "/frames/1/rendered", "Accept", "image/png");

    var picture = ImageIO.read(new ByteArrayInputStream(response.body()));
    int plane = SIDE * SIDE;
    for (int i = 0; i < plane; i++) {
      int rgb =
          (pixels[i] & 0xFF) << 16 | (pixels[plane + i] & 0xFF) << 8 | pixels[2 * plane + i] & 0xFF;
      assertThat(picture.getRGB(i % SIDE, i / SIDE) & 0xFFFFFF).isEqualTo(rgb);
    }
  }

  private static String text(Path file) throws Exception {
    return new String(Files.readAllBytes(file), ISO_8859_1);
  }
}
