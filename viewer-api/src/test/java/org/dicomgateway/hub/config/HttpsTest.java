package org.dicomgateway.hub.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.dicomgateway.hub.security.Sites;
import org.dicomgateway.hub.testsite.Certificate;
import org.dicomgateway.hub.testsite.TestPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class HttpsTest {
  @TempDir private Path data;
  @TempDir private Path files;

  @Test
  void servesHttp2OverTlsAndTakesAnUploadWithItsCreation() throws Exception {
    Certificate certificate = Certificate.make(files);
    HubSettings settings =
        new HubSettings(
            data,
            0,
            HubSettings.LOOPBACK,
            Optional.of(new HubSettings.Tls(certificate.certificate(), certificate.key())),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    TestPack pack = new TestPack(files, "hospital-a", "1.2").image("1.2.1", "1.2.1.1", 1);
    try (HubServer hub = HubServer.start(settings);
        HttpClient http = HttpClient.newBuilder().sslContext(certificate.trust()).build()) {
      String token = new Sites(DataFolder.sites(data)).add("hospital-a");
      assertThat(hub.url()).startsWith("https://127.0.0.1:");
      byte[] bytes = pack.bytes();
      String name = Base64.getEncoder().encodeToString(pack.id().getBytes());
      HttpRequest create =
          HttpRequest.newBuilder(URI.create(hub.url() + "/transfers"))
              .header("Authorization", "Bearer " + token)
              .header("Tus-Resumable", "1.0.0")
              .header("Upload-Length", Integer.toString(bytes.length))
              .header("Upload-Metadata", "packId " + name)
              .header("Content-Type", "application/offset+octet-stream")
              .POST(BodyPublishers.ofByteArray(bytes))
              .build();

      HttpResponse<String> created = http.send(create, BodyHandlers.ofString());

      assertThat(created.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(created.statusCode()).isEqualTo(201);
      assertThat(created.headers().firstValueAsLong("Upload-Offset")).hasValue(bytes.length);
      URI receipt = URI.create(hub.url() + "/transfers/" + pack.id() + "/receipt?wait=30");
      HttpRequest ask =
          HttpRequest.newBuilder(receipt).header("Authorization", "Bearer " + token).build();
      assertThat(http.send(ask, BodyHandlers.ofString()).body()).contains("ARCHIVED");
    }
  }
}
