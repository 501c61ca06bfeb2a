package org.dicomgateway.hub.dicomweb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.hub.testhub.TestHub;
import org.dicomgateway.hub.testhub.TestImage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DicomwebTest {
  private static final String RAW = "2.25.10";
  private static final String CINE = "2.25.11";
  private static final String PDF = "2.25.12";
  private static final String SERIES = "/dicomweb/studies/2.25.1/series/2.25.1.1";
  private static final String INSTANCES = SERIES + "/instances/";
  private static final String OHIF_FRAMES =
      "multipart/related; type=application/octet-stream; transfer-syntax=*";
  private static final byte[] DOCUMENT = "%PDF-1.4 ".repeat(200).getBytes(ISO_8859_1);

  @TempDir static Path folder;
  private static TestHub hub;
  private static Path raw;
  private static Path cine;

  @BeforeAll
  static void fillHub() throws Exception {
    byte[] pixels = new byte[64 * 64 * 3];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i / 64);
    }
    Attributes image = TestImage.pixels(TestImage.instance(RAW), 64, 64, "MONOCHROME2");
    image.setString(Tag.NumberOfFrames, VR.IS, "3").setBytes(Tag.PixelData, VR.OB, pixels);
    raw = TestImage.write(folder.resolve("raw.dcm"), image, UID.ExplicitVRLittleEndian);

    Attributes clip = TestImage.pixels(TestImage.instance(CINE), 4, 4, "MONOCHROME2");
    clip.setString(Tag.NumberOfFrames, VR.IS, "2").setString(Tag.InstanceNumber, VR.IS, "2");
    List<List<byte[]>> frames =
        List.of(
            List.of(new byte[] {-1, -40, 1, 2}, new byte[] {3, 4, -1, -39}),
            List.of(new byte[] {-1, -40, 5, 6, -1, -39}));
    cine = TestImage.write(folder.resolve("cine.dcm"), clip, UID.JPEGBaseline8Bit, frames);

    Attributes report = TestImage.instance(PDF);
    report
        .setString(Tag.SOPClassUID, VR.UI, UID.EncapsulatedPDFStorage)
        .setString(Tag.InstanceNumber, VR.IS, "3")
        .setString(Tag.MIMETypeOfEncapsulatedDocument, VR.LO, "application/pdf")
        .setBytes(Tag.EncapsulatedDocument, VR.OB, DOCUMENT);
    Path pdf = TestImage.write(folder.resolve("pdf.dcm"), report, UID.ExplicitVRLittleEndian);

    hub = TestHub.start().add("song-lam", List.of(raw, cine, pdf));
  }

  @AfterAll
  static void stopHub() {
    hub.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PatientName=*nguyen*",
        "00100010=*Nguy%E1%BB%85n*",
        "PatientID=26011873&includefield=00081030%2C00080060&limit=101&offset=0&fuzzymatching=true",
        "StudyInstanceUID=2.25.1&includefield=all",
        "StudyInstanceUID=2.25.1%5C2.25.2",
        "StudyDate=20261101-20261130&includefield=StudyDescription&includefield=00080090",
        "ModalitiesInStudy=OT",
        "PatientName=NGUY%E1%BB%84N%5EV%C4%82N%20AN",
      })
  void findsTheStudy(String query) throws Exception {
    HttpResponse<byte[]> response =
        hub.get("/dicomweb/studies?" + query, "Accept", "application/dicom+json");

    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/dicom+json");
    JsonNode studies = json(response);
    assertThat(studies).hasSize(1);
    assertThat(studies.path(0).at("/00081190/Value/0").asString())
        .isEqualTo(hub.address() + "/dicomweb/studies/2.25.1");
    assertThat(studies.path(0).at("/00100010/Value/0/Alphabetic").asString())
        .isEqualTo("NGUYỄN^VĂN AN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PatientID=nobody", "StudyDate=20200101-20200102", "ModalitiesInStudy=CT"})
  void findsNothingWithoutAnError(String query) throws Exception {
    HttpResponse<byte[]> response = hub.get("/dicomweb/studies?" + query);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(text(response)).isEqualTo("[]");
  }

  @ParameterizedTest
  @CsvSource({
    "/dicomweb/studies/2.25.1/series, 1",
    "/dicomweb/series?Modality=OT, 1",
    "/dicomweb/studies/2.25.1/instances, 3",
    "/dicomweb/studies/2.25.1/series/2.25.1.1/instances, 3",
    "/dicomweb/instances?SOPInstanceUID=2.25.11, 1",
    "/dicomweb/studies/2.25.9/series, 0",
  })
  void searchesOnEveryLevel(String path, int count) throws Exception {
    assertThat(json(hub.get(path))).hasSize(count);
  }

  @Test
  void saysThatThereIsMore() throws Exception {
    HttpResponse<byte[]> response = hub.get("/dicomweb/instances?limit=2");

    assertThat(json(response)).hasSize(2);
    assertThat(response.headers().allValues("Warning"))
        .anyMatch(warning -> warning.startsWith("299 ") && warning.contains("offset 2"));
    assertThat(json(hub.get("/dicomweb/instances?limit=2&offset=2"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "/dicomweb/studies?PatientNmae=x, 400, PatientNmae",
    "/dicomweb/studies?limit=many, 400, limit",
    "/dicomweb/studies?fuzzymatching=perhaps, 400, fuzzymatching",
    "/dicomweb/studies/2.25.9, 404, 2.25.9",
    "/dicomweb/studies/2.25.1/series/2.25.9/metadata, 404, 2.25.9",
    "/dicomweb/studies/2.25.1/series/2.25.1.1/instances/2.25.9/frames/1, 404, 2.25.9",
    "/dicomweb/studies/2.25.1/series/2.25.1.1/instances/2.25.10/frames/4, 404, 3 frames",
    "/dicomweb/studies/2.25.1/series/2.25.1.1/instances/2.25.10/frames/0, 400, from 1",
    "/dicomweb/studies/2.25.1/series/2.25.1.1/instances/2.25.10/frames/one, 400, one",
    "/dicomweb/studies/2.25.1/series/2.25.1.1/instances/2.25.10/bulkdata/00091001, 404, 00091001",
    "/dicomweb/studies/2.25.1/series/2.25.1.1/instances/2.25.12/frames/1, 404, 0 frames",
  })
  void saysWhatIsWrong(String path, int status, String reason) throws Exception {
    HttpResponse<byte[]> response = hub.get(path);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json(response).path("detail").asString()).contains(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "/dicomweb/studies, application/dicom+xml",
    "/dicomweb/studies/2.25.1/metadata, text/html",
    "/dicomweb/studies/2.25.1, multipart/related; type=image/jpeg",
    "/dicomweb/studies/2.25.1/series/2.25.1.1/instances/2.25.11, "
        + "application/dicom; transfer-syntax=1.2.840.10008.1.2.1",
    "/dicomweb/studies/2.25.1/series/2.25.1.1/instances/2.25.11/frames/1, "
        + "multipart/related; type=application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1",
  })
  void refusesToConvertWhatItCannot(String path, String accept) throws Exception {
    HttpResponse<byte[]> response = hub.get(path, "Accept", accept);

    assertThat(response.statusCode()).isEqualTo(406);
    assertThat(json(response).path("detail").asString()).contains("ccept");
  }

  @Test
  void givesTheInstanceAsItIsStored() throws Exception {
    HttpResponse<byte[]> response = hub.get(INSTANCES + CINE, "Accept", "application/dicom");

    assertThat(response.body()).isEqualTo(Files.readAllBytes(cine));
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("application/dicom; transfer-syntax=1.2.840.10008.1.2.4.50");
    String tag = response.headers().firstValue("ETag").orElseThrow();
    assertThat(
            hub.get(INSTANCES + CINE, "Accept", "application/dicom", "If-None-Match", tag)
                .statusCode())
        .isEqualTo(304);
  }

  @Test
  void givesAllInstancesOfTheStudyInParts() throws Exception {
    String accept = "multipart/related; type=\"application/dicom\"; transfer-syntax=*";
    HttpResponse<byte[]> response = hub.get("/dicomweb/studies/2.25.1", "Accept", accept);

    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("multipart/related; type=\"application/dicom\"; boundary=");
    String body = new String(response.body(), ISO_8859_1);
    assertThat(body).contains(new String(Files.readAllBytes(raw), ISO_8859_1));
    assertThat(body).contains(new String(Files.readAllBytes(cine), ISO_8859_1));
    assertThat(body.split("Content-Type: application/dicom")).hasSize(4);
  }

  @Test
  void pointsToBulkDataAtTheAddressTheClientCameBy() throws Exception {
    HttpResponse<byte[]> response =
        hub.get(
            SERIES + "/metadata",
            "Accept",
            "application/dicom+json",
            "X-Forwarded-Proto",
            "https",
            "X-Forwarded-Host",
            "hub.example");

    JsonNode pixelData = json(response).path(0).path("7FE00010");
    assertThat(pixelData.path("BulkDataURI").asString())
        .startsWith("https://hub.example" + INSTANCES + RAW + "/bulkdata/7FE00010");
  }

  @Test
  void compressesMetadata() throws Exception {
    HttpResponse<byte[]> response = hub.get(SERIES + "/metadata", "Accept-Encoding", "gzip");

    assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
    byte[] json = new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
    assertThat(JsonMapper.shared().readTree(json)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        OHIF_FRAMES,
        "multipart/related; type=\"application/octet-stream\"; transfer-syntax=\"*\"",
        "multipart/related; type=application/octet-stream;"
            + " transfer-syntax=1.2.840.10008.1.2.4.50",
      })
  void givesAFrameWithItsTransferSyntaxAndWithoutFragments(String accept) throws Exception {
    HttpResponse<byte[]> response = hub.get(INSTANCES + CINE + "/frames/1", "Accept", accept);

    String boundary =
        response.headers().firstValue("Content-Type").orElseThrow().split("boundary=")[1];
    String expected =
        "--%s\r\nContent-Type: application/octet-stream; transfer-syntax=%s\r\n\r\n%s\r\n--%1$s--\r\n"
            .formatted(
                boundary.replace("\"", ""),
                UID.JPEGBaseline8Bit,
                new String(new byte[] {-1, -40, 1, 2, 3, 4, -1, -39}, ISO_8859_1));
    assertThat(new String(response.body(), ISO_8859_1)).isEqualTo(expected);
  }

  @Test
  void readsAFrameByOneRangedRead() throws Exception {
    hub.takeReads();

    hub.get(INSTANCES + RAW + "/frames/2", "Accept", OHIF_FRAMES);

    assertThat(hub.takeReads()).hasSize(1).allMatch(read -> read.length() == 64 * 64);
  }

  @Test
  void readsEachFrameOfAListByOneRangedRead() throws Exception {
    hub.takeReads();

    HttpResponse<byte[]> response = hub.get(INSTANCES + RAW + "/frames/3,1", "Accept", OHIF_FRAMES);

    assertThat(new String(response.body(), ISO_8859_1).split("Content-Type: ")).hasSize(3);
    assertThat(hub.takeReads()).hasSize(2);
  }

  @Test
  void readsNoInstanceForSearchAndMetadata() throws Exception {
    hub.takeReads();

    hub.get("/dicomweb/studies");
    hub.get(SERIES + "/metadata");

    assertThat(hub.takeReads()).isEmpty();
  }

  @Test
  void givesAFrameAloneIfThatIsWanted() throws Exception {
    HttpResponse<byte[]> response =
        hub.get(INSTANCES + CINE + "/frames/2", "Accept", "image/jpeg; transfer-syntax=*");

    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50");
    assertThat(response.body()).isEqualTo(new byte[] {-1, -40, 5, 6, -1, -39});
  }

  @Test
  void givesBulkDataByOneRangedRead() throws Exception {
    JsonNode metadata = json(hub.get(INSTANCES + PDF + "/metadata")).path(0);
    String address = metadata.at("/00420011/BulkDataURI").asString();
    hub.takeReads();

    HttpResponse<byte[]> response = hub.get(address.substring(hub.address().length()));

    assertThat(response.body()).isEqualTo(DOCUMENT);
    assertThat(hub.takeReads()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/rendered", "/bulkdata/00420011?offset=1&accept=application/pdf"})
  void showsADocumentWithinOurPagesOnly(String resource) throws Exception {
    HttpResponse<byte[]> response =
        hub.get(INSTANCES + PDF + resource, "Accept", "text/html,application/xhtml+xml");

    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/pdf");
    assertThat(response.headers().firstValue("Content-Disposition")).hasValue("inline");
    assertThat(response.headers().firstValue("X-Frame-Options")).hasValue("SAMEORIGIN");
    assertThat(response.body()).isEqualTo(DOCUMENT);
  }

  @ParameterizedTest
  @CsvSource({"/rendered?viewport=32%2C32, image/png, 32", "/thumbnail, image/jpeg, 64"})
  void rendersPictures(String resource, String type, int width) throws Exception {
    HttpResponse<byte[]> response = hub.get(INSTANCES + RAW + resource, "Accept", type);

    assertThat(response.headers().firstValue("Content-Type")).hasValue(type);
    var picture = ImageIO.read(new ByteArrayInputStream(response.body()));
    assertThat(picture.getWidth()).isEqualTo(width);
    assertThat(picture.getRGB(0, 0) & 0xFF).isLessThan(picture.getRGB(0, width - 1) & 0xFF);
  }

  private static JsonNode json(HttpResponse<byte[]> response) {
    return JsonMapper.shared().readTree(response.body());
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), UTF_8);
  }
}
