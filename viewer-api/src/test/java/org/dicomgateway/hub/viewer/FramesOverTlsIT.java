package org.dicomgateway.hub.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.hub.config.DataFolder;
import org.dicomgateway.hub.config.HubServer;
import org.dicomgateway.hub.config.HubSettings;
import org.dicomgateway.hub.security.Sites;
import org.dicomgateway.hub.testhub.TestImage;
import org.dicomgateway.hub.testsite.Certificate;
import org.dicomgateway.hub.testsite.TestPack;
import org.dicomgateway.pack.InstanceIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A browser reads over HTTPS by HTTP/2, all on one connection. */
@Timeout(180)
class FramesOverTlsIT {
  private static final int FRAMES = 200;
  private static final int SIDE = 256;
  private static final int FRAME = SIDE * SIDE * 2;

  private static final String CLIP = "2.25.40.1.1";

  /**
   * All frames singly, after having twice begun to and gone; meanwhile all of them in one answer.
   */
  private static final String ALL_AT_ONCE =
      """
      async ([instance, frames]) => {
        const accept = { Accept: 'multipart/related; type="application/octet-stream"' };
        const numbers = Array.from({ length: frames }, (_, i) => i + 1);
        const get = async (number, signal) => {
          const url = `${instance}/frames/${number}`;
          const answer = await fetch(url, { headers: accept, cache: 'no-store', signal });
          return (await answer.arrayBuffer()).byteLength;
        };
        const elsewhere = fetch(`${instance}/frames/${numbers.join(',')}`,
          { headers: accept, cache: 'no-store' });
        for (let round = 0; round < 2; round++) {
          const leaving = new AbortController();
          const left = numbers.map(number => get(number, leaving.signal));
          await Promise.any(left);
          leaving.abort();
          await Promise.allSettled(left);
        }
        const lengths = await Promise.all(numbers.map(number => get(number)));
        const read = (await (await elsewhere).arrayBuffer()).byteLength;
        const protocols = performance.getEntriesByType('resource')
          .filter(entry => entry.responseStatus === 200)
          .map(entry => entry.nextHopProtocol);
        return { shortest: Math.min(...lengths), read, protocols: [...new Set(protocols)] };
      }
      """;

  @TempDir private Path data;
  @TempDir private Path files;
  private HubServer hub;

  @BeforeEach
  void start() throws Exception {
    Certificate certificate = Certificate.make(files);
    hub =
        HubServer.start(
            new HubSettings(
                data,
                0,
                HubSettings.LOOPBACK,
                Optional.of(new HubSettings.Tls(certificate.certificate(), certificate.key())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    try (HttpClient http = HttpClient.newBuilder().sslContext(certificate.trust()).build()) {
      upload(http, new Sites(DataFolder.sites(data)).add("hospital-a"));
    }
  }

  @AfterEach
  void stop() throws IOException {
    hub.close();
  }

  private void upload(HttpClient http, String token) throws Exception {
    Attributes clip =
        TestImage.pixels(TestImage.instance(CLIP), SIDE, SIDE, "MONOCHROME2")
            .setString(Tag.NumberOfFrames, VR.IS, Integer.toString(FRAMES))
            .setInt(Tag.BitsAllocated, VR.US, 16)
            .setInt(Tag.BitsStored, VR.US, 16)
            .setInt(Tag.HighBit, VR.US, 15)
            .setBytes(Tag.PixelData, VR.OW, new byte[FRAMES * FRAME]);
    Path file = TestImage.write(files.resolve("clip.dcm"), clip, UID.ExplicitVRLittleEndian);
    TestPack pack =
        new TestPack(files, "hospital-a", TestImage.STUDY)
            .file(
                file,
                new InstanceIdentity(
                    UID.SecondaryCaptureImageStorage, CLIP, TestImage.SERIES, TestImage.STUDY));
    byte[] bytes = pack.bytes();
    String name = Base64.getEncoder().encodeToString(pack.id().getBytes());
    HttpRequest create =
        request("/transfers", token)
            .header("Tus-Resumable", "1.0.0")
            .header("Upload-Length", Integer.toString(bytes.length))
            .header("Upload-Metadata", "packId " + name)
            .header("Content-Type", "application/offset+octet-stream")
            .POST(BodyPublishers.ofByteArray(bytes))
            .build();
    assertThat(http.send(create, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
    HttpRequest ask = request("/transfers/" + pack.id() + "/receipt?wait=30", token).build();
    assertThat(http.send(ask, BodyHandlers.ofString()).body()).contains("ARCHIVED");
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create(hub.url() + path))
        .header("Authorization", "Bearer " + token);
  }

  @Test
  void bringsAllFramesToABrowserThatHasLeftOthers() {
    String instance =
        "/dicomweb/studies/%s/series/%s/instances/%s"
            .formatted(TestImage.STUDY, TestImage.SERIES, CLIP);
    try (Chromium chromium = Chromium.start();
        BrowserContext context = chromium.context(800, 600, "vi")) {
      Page page = context.newPage();
      page.navigate(hub.url() + "/");

      Map<?, ?> seen = (Map<?, ?>) page.evaluate(ALL_AT_ONCE, List.of(instance, FRAMES));

      assertThat(seen.get("protocols")).isEqualTo(List.of("h2"));
      assertThat((Integer) seen.get("shortest")).isGreaterThan(FRAME);
      assertThat((Integer) seen.get("read")).isGreaterThan(FRAMES * FRAME);
    }
  }
}
