package org.dicomgateway.hub.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

class PagesTest {
  @TempDir static Path folder;
  private static TestHub hub;

  @BeforeAll
  static void fillHub() throws Exception {
    Attributes study = TestImage.instance("2.25.10");
    Attributes hostile = TestImage.instance("2.25.20");
    hostile
        .setString(Tag.StudyInstanceUID, VR.UI, "2.25.2")
        .setString(Tag.SeriesInstanceUID, VR.UI, "2.25.2.1")
        .setString(Tag.PatientName, VR.PN, "<script>alert(1)</script>");
    Attributes again = TestImage.instance("2.25.10").setString(Tag.PatientComments, VR.LT, "!");
    hub =
        TestHub.start()
            .add("song-lam", List.of(file("first.dcm", study), file("hostile.dcm", hostile)))
            .add("muong-son", List.of(file("again.dcm", again)));
  }

  private static Path file(String name, Attributes dataSet) throws Exception {
    return TestImage.write(folder.resolve(name), dataSet, UID.ExplicitVRLittleEndian);
  }

  @AfterAll
  static void stopHub() {
    hub.close();
  }

  @ParameterizedTest
  @CsvSource({
    "'vi-VN,vi;q=0.9,en;q=0.8', Danh sách ca chụp",
    "'en-US,en;q=0.9,vi;q=0.8', Studies",
    "'fr-FR,fr;q=0.9', Studies",
    "'fr-FR,vi;q=0.5', Danh sách ca chụp",
    "'not;;a,language;q=x', Studies",
  })
  void speaksTheLanguageTheBrowserWants(String accepted, String title) throws Exception {
    assertThat(text(hub.get("/", "Accept-Language", accepted))).contains("<h1>" + title + "</h1>");
  }

  @Test
  void remembersTheLanguageThatWasChosen() throws Exception {
    HttpResponse<byte[]> chosen = hub.get("/?lang=vi", "Accept-Language", "en");
    String cookie = chosen.headers().firstValue("Set-Cookie").orElseThrow();

    assertThat(cookie).startsWith("i18next=vi");
    assertThat(text(hub.get("/", "Accept-Language", "en", "Cookie", "i18next=vi")))
        .contains("lang=\"vi\"");
  }

  @Test
  void showsAStudyWithAllThatIsKnownOfIt() throws Exception {
    String page = text(hub.get("/?q=an&lang=vi"));

    assertThat(page)
        .contains(
            "NGUYỄN VĂN AN",
            "26011873",
            "14/03/1962",
            "21/11/2026",
            "19:30",
            "CT ngực",
            "CD26011407",
            "song-lam",
            "/viewer?StudyInstanceUIDs=2.25.1\"");
  }

  @Test
  void flagsWhatAlsoCameInOtherBytes() throws Exception {
    assertThat(text(hub.get("/?lang=en"))).contains("1 also arrived with different content");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q=nguyen+van+an",
        "q=Nguy%E1%BB%85n",
        "q=26011873",
        "q=nguc",
        "q=CD26011407",
        "q=nguyen&from=2026-11-21&to=2026-11-21&modality=OT&site=song-lam",
        "q=nguyen&from=nonsense&page=99",
      })
  void findsAStudy(String query) throws Exception {
    assertThat(text(hub.get("/app/studies?" + query))).contains("NGUYỄN VĂN AN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=tran", "q=nguyen&from=2026-11-22", "modality=MR", "site=nowhere"})
  void saysThatNothingMatches(String query) throws Exception {
    assertThat(text(hub.get("/?" + query, "Accept-Language", "vi")))
        .contains("Không tìm thấy ca nào phù hợp")
        .doesNotContain("NGUYỄN");
  }

  @Test
  void leavesAPageAloneThatShowsEverything() throws Exception {
    Matcher polled =
        Pattern.compile(
                "hx-get=\"(/app/studies[^\"]*)\"[^>]*id=\"results\"|id=\"results\"[^>]*hx-get=\"([^\"]*)\"")
            .matcher(text(hub.get("/")));
    assertThat(polled.find()).isTrue();
    String address = polled.group(1) == null ? polled.group(2) : polled.group(1);

    assertThat(hub.get(address.replace("&amp;", "&")).statusCode()).isEqualTo(204);
    HttpResponse<byte[]> changed = hub.get("/app/studies?q=an&seen=other");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.headers().firstValue("HX-Replace-Url")).hasValue("/?q=an");
  }

  @Test
  void writesNamesAsTextAndNotAsMarkup() throws Exception {
    assertThat(text(hub.get("/"))).doesNotContain("<script>alert").contains("&lt;script&gt;");
  }

  @Test
  void servesTheViewerUnderItsPolicyWithoutTellingItToWorkers() throws Exception {
    HttpResponse<byte[]> page = hub.get("/viewer?StudyInstanceUIDs=2.25.1");
    Matcher bundle = Pattern.compile("/app\\.bundle\\.[0-9a-f]+\\.js").matcher(text(page));
    assertThat(bundle.find()).isTrue();
    HttpResponse<byte[]> script = hub.get(bundle.group(), "Accept-Encoding", "gzip");

    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'self'", "'wasm-unsafe-eval' 'sha256-");
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(script.headers().firstValue("Content-Security-Policy")).isEmpty();
    assertThat(script.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(script.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
  }

  @Test
  void servesTheViewerToClientsThatTakeNoCompression() throws Exception {
    assertThat(text(hub.get("/app.bundle.css"))).contains("{");
    assertThat(text(hub.get("/app-config.js"))).contains("qidoRoot: '/dicomweb'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing.js", "/ohif/stamp", "/stamp", "/index.html", "/..%2fstamp"})
  void hasNoOtherFiles(String path) throws Exception {
    assertThat(hub.get(path).statusCode()).isBetween(400, 404);
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), UTF_8);
  }
}
