package org.dicomgateway.hub.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dicomgateway.hub.config.HubServer;
import org.dicomgateway.hub.config.HubSettings;
import org.dicomgateway.hub.testsite.Certificate;
import org.dicomgateway.hub.testsite.Http2Peer;
import org.dicomgateway.hub.testsite.WholeHub;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask a hub on loopback, by the name he asks it by. */
@Timeout(120)
class HostGateTest {
  @TempDir static Path data;
  @TempDir static Path files;
  private static WholeHub hub;

  @BeforeAll
  static void start() throws Exception {
    hub = new WholeHub(data);
  }

  @AfterAll
  static void stop() throws Exception {
    hub.close();
  }

  /** As a browser does that was led here by another name, with the path as it stands there. */
  private static String get(String host, String path) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", URI.create(hub.url()).getPort())) {
      String request = "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";
      socket
          .getOutputStream()
          .write(request.formatted(path, host).getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/status", "/api/studies", "/api/conflicts", "/actuator/prometheus"})
  void answersToNoNameThatSomebodyElseMayLeadHere(String path) throws IOException {
    assertThat(get("evil.example:8080", path))
        .startsWith("HTTP/1.1 421")
        .contains("Gateway-Service: hub", "'evil.example:8080'", "--admin-token-file")
        .doesNotContain("gateway_");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//api/status",
        "/api;a=b/status",
        "/api/status;a=b",
        "/app/../api/status",
        "/app/%2e%2e/api/status",
        "/%61pi/status",
        "/dicomweb/../api/status",
        "/actuator"
      })
  void hasNoWayAround(String path) throws IOException {
    assertThat(get("evil.example", path)).matches("(?s)HTTP/1.1 4(00|04|21).*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8080", "LOCALHOST", "127.0.0.1", "[::1]:81"})
  void answersToItsOwnNames(String host) throws IOException {
    assertThat(get(host, "/api/status")).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @CsvSource({
    "/, 200",
    "/dicomweb/studies, 200",
    "/actuator/health/readiness, 200",
    "/transfers/1/receipt, 401"
  })
  void isNotInTheWayOfWhatAProxyPassesOn(String path, int status) throws IOException {
    assertThat(get("hub.hospital.example", path)).startsWith("HTTP/1.1 " + status);
  }

  /** By HTTP/2 as browsers and spokes speak it: the name is the request's {@code :authority}. */
  private static String getByHttp2(String authority, String path, Map<String, String> headers)
      throws IOException {
    try (Http2Peer peer = new Http2Peer(URI.create(hub.url()).getPort())) {
      peer.get(authority, path, headers);
      return peer.answer();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/status", "/api/studies", "/api/conflicts", "/actuator/prometheus"})
  void answersToNoForeignNameInHttp2(String path) throws IOException {
    assertThat(getByHttp2("evil.example:8080", path, Map.of()))
        .contains("\"status\":421", "'evil.example", "--admin-token-file")
        .doesNotContain("gateway_");
  }

  /** RFC 9113 §8.3.1: a Host that says otherwise counts for nothing, or ends the request. */
  @ParameterizedTest
  @CsvSource({"evil.example, localhost", "evil.example, 127.0.0.1", "localhost, evil.example"})
  void isNotDeceivedByAHostBesideTheAuthority(String authority, String host) throws IOException {
    assertThat(getByHttp2(authority, "/api/status", Map.of("host", host)))
        .doesNotContain("startedAt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8080", "LOCALHOST", "127.0.0.1", "[::1]:81"})
  void answersToItsOwnNamesInHttp2(String authority) throws IOException {
    assertThat(getByHttp2(authority, "/api/status", Map.of())).contains("startedAt");
  }

  @Test
  void passesOnWhatAProxyAsksByHttp2() throws IOException {
    assertThat(getByHttp2("hub.hospital.example", "/dicomweb/studies", Map.of())).isEqualTo("[]");
  }

  @Test
  void knowsTheNameInHttp2Too() throws Exception {
    Certificate certificate = Certificate.make(files);
    HubSettings settings =
        new HubSettings(
            files.resolve("secured"),
            0,
            HubSettings.LOOPBACK,
            Optional.of(new HubSettings.Tls(certificate.certificate(), certificate.key())),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    try (HubServer secured = HubServer.start(settings);
        HttpClient http = HttpClient.newBuilder().sslContext(certificate.trust()).build()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(secured.url() + "/api/status")).build(),
              BodyHandlers.ofString());
      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
  }
}
