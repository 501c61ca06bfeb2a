package org.dicomgateway.spoke.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.Limits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HubConnectionTest {
  private static final Duration STALL = Duration.ofSeconds(20);
  @TempDir private static Path certificates;
  private static Path certificate;
  @TempDir private Path folder;

  /** One that nobody trusts by himself. */
  @BeforeAll
  static void makeCertificate() throws Exception {
    certificate = certificates.resolve("hub.pem");
    Process openssl =
        new ProcessBuilder(
                "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext"
                    .concat(" subjectAltName=DNS:localhost -keyout hub.key -out hub.pem")
                    .split(" "))
            .directory(certificates.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(openssl.getInputStream().readAllBytes());
    assertThat(openssl.waitFor()).as(said).isZero();
  }

  @Test
  void sendsEverythingOverOneHttp2ConnectionWithTls() throws Exception {
    try (Http2Server server = new Http2Server(folder, Optional.of(certificate));
        HubConnection connection = connection(server, Optional.of(certificate), Optional.empty())) {
      sendManyAtOnce(connection);

      assertThat(server.protocols).containsExactly("HTTP/2.0");
      assertThat(server.connections).hasSize(1);
    }
  }

  @Test
  void sendsEverythingOverOneHttp2ConnectionWithoutTls() throws Exception {
    try (Http2Server server = new Http2Server(folder, Optional.empty());
        HubConnection connection = connection(server, Optional.empty(), Optional.empty())) {
      sendManyAtOnce(connection);

      assertThat(server.protocols).containsExactly("HTTP/2.0");
      assertThat(server.connections).hasSize(1);
    }
  }

  @Test
  void goesThroughAProxyThatWantsAPassword() throws Exception {
    try (Http2Server server = new Http2Server(folder, Optional.of(certificate));
        ConnectProxy proxy = new ConnectProxy("yen-bai:s3cret")) {
      URI right = URI.create("http://yen-bai:s3cret@localhost:" + proxy.port());
      try (HubConnection connection =
          connection(server, Optional.of(certificate), Optional.of(right))) {
        sendManyAtOnce(connection);
      }
      assertThat(server.protocols).containsExactly("HTTP/2.0");
      assertThat(proxy.connects).containsExactly(server.address().getAuthority());

      URI wrong = URI.create("http://yen-bai:wrong@localhost:" + proxy.port());
      try (HubConnection connection =
          connection(server, Optional.of(certificate), Optional.of(wrong))) {
        assertThatThrownBy(() -> connection.probe(STALL))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("--proxy");
      }
    }
  }

  @Test
  void sendsNothingToAHubWhoseCertificateIsSignedByNobodyTrusted() throws Exception {
    try (Http2Server server = new Http2Server(folder, Optional.of(certificate));
        HubConnection connection = connection(server, Optional.empty(), Optional.empty())) {
      assertThatThrownBy(() -> connection.probe(STALL))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("certificat");
      assertThat(server.connections).isEmpty();
    }
  }

  @Test
  void saysWhichFileHasNoCertificates() throws Exception {
    Path none = Files.writeString(folder.resolve("none.pem"), "-----BEGIN CERTIFICATE-----\n");
    ForwardSettings settings =
        new ForwardSettings(
            Destination.HUB,
            URI.create("https://localhost"),
            "s",
            "t",
            4,
            Optional.of(none),
            Optional.empty(),
            Limits.NONE);
    assertThatThrownBy(() -> new HubConnection(settings, _ -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(none.toString());
  }

  private static HubConnection connection(
      Http2Server server, Optional<Path> authorities, Optional<URI> proxy) throws IOException {
    return new HubConnection(
        new ForwardSettings(
            Destination.HUB, server.address(), "s", "t", 4, authorities, proxy, Limits.NONE),
        _ -> {});
  }

  private static void sendManyAtOnce(HubConnection connection) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        answers.add(
            threads.submit(
                () ->
                    connection
                        .send(
                            connection
                                .request("/transfers")
                                .POST(BodyPublishers.ofByteArray(new byte[50_000]))
                                .build(),
                            () -> 0,
                            STALL)
                        .body()));
      }
      for (Future<String> answer : answers) {
        assertThat(answer.get()).isEqualTo("here");
      }
    }
  }
}
