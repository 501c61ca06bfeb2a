package org.dicomgateway.hub.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.dicomgateway.hub.config.HubServer;
import org.dicomgateway.hub.config.HubSettings;
import org.dicomgateway.token.AdminToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others may ask of a hub that they can reach. */
@Timeout(120)
class TokenGateTest {
  @TempDir static Path data;
  private static HubServer hub;

  @BeforeAll
  static void start() throws IOException {
    hub =
        HubServer.start(
            new HubSettings(
                data,
                0,
                "0.0.0.0",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @AfterAll
  static void stop() throws IOException {
    hub.close();
  }

  /** As it stands there: a client of HTTP would make another path of some. */
  private static String get(String path, String... headers) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", URI.create(hub.url()).getPort())) {
      String request =
          "GET %s HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n%s\r\n"
              .formatted(path, String.join("", headers));
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String bearer(String token) {
    return "Authorization: Bearer " + token + "\r\n";
  }

  @Test
  void asksForTheTokenThatIsMadeAtTheFirstStart() throws IOException {
    assertThat(get("/api/status"))
        .startsWith("HTTP/1.1 401")
        .contains("Gateway-Service: hub", "WWW-Authenticate: Bearer", "gateway hub token --data");
    assertThat(get("/api/status", bearer("wrong"))).contains("is not the admin token of this hub");
    String token = AdminToken.of(Optional.empty(), data).value();
    assertThat(get("/api/status", bearer(token))).startsWith("HTTP/1.1 200");
    String renewed = AdminToken.of(Optional.empty(), data).renew();
    assertThat(get("/api/status", bearer(token))).startsWith("HTTP/1.1 401");
    assertThat(get("/api/status", bearer(renewed))).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/studies",
        "/api/conflicts",
        "/api",
        "//api/status",
        "/api;a=b/status",
        "/api/status/",
        "/api/status;a=b",
        "/app/../api/status",
        "/app/%2e%2e/api/status",
        "/%61pi/status",
        "/dicomweb/../api/status",
        "/actuator/prometheus",
        "/actuator"
      })
  void hasNoWayAround(String path) throws IOException {
    assertThat(get(path)).matches("(?s)HTTP/1.1 40[014].*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/actuator/health", "/actuator/health/readiness"})
  void isNotInTheWayOfReadersAndMonitoring(String path) throws IOException {
    assertThat(get(path)).startsWith("HTTP/1.1 200");
  }
}
