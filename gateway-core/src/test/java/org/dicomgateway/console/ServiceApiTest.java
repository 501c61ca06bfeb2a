package org.dicomgateway.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceApiTest {
  private HttpServer server;
  private volatile int status = 200;
  private volatile String service = "spoke";
  private volatile String asked = "";

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] body = "{\"detail\":\"so it is\"}".getBytes();
          exchange.getResponseHeaders().add(ServiceApi.SERVICE, service);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private ServiceException refusal(String url, Access access) {
    return catchThrowableOfType(
        ServiceException.class,
        () -> {
          try (ServiceApi api = ServiceApi.with(access, url, "spoke")) {
            api.get("/api/status");
          }
        });
  }

  @ParameterizedTest
  @CsvSource({"401, 5", "403, 5", "421, 5", "404, 4", "409, 1", "422, 1", "500, 1"})
  void tellsByTheExitCodeWhatKindOfFailureItIs(int answer, int exitCode) {
    status = answer;
    ServiceException refusal = refusal(url(), Access.OPEN);
    assertThat(refusal).hasMessage("so it is");
    assertThat(refusal.exitCode().number()).isEqualTo(exitCode);
  }

  @Test
  void sendsTheTokenItWasGiven() throws Exception {
    Access access = new Access(Optional.of("s3cret"), Optional.empty(), Duration.ofSeconds(30));
    try (ServiceApi api = ServiceApi.with(access, url(), "spoke")) {
      api.get("/api/status");
    }
    assertThat(asked).isEqualTo("Bearer s3cret");
    assertThat(access.toString()).doesNotContain("s3cret");
  }

  @Test
  void tellsAnotherServiceFromTheOneThatIsMeant() {
    service = "hub";
    ServiceException refusal = refusal(url(), Access.OPEN);
    assertThat(refusal).hasMessageContaining("a hub answers, not a spoke");
    assertThat(refusal.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
  }

  @Test
  void saysThatNobodyIsThere() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ServiceException refusal = refusal("http://127.0.0.1:" + port, Access.OPEN);
    assertThat(refusal).hasMessageContaining("Does it run?");
    assertThat(refusal.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
  }

  @Test
  void saysThatTheAddressIsNone() {
    ServiceException refusal = refusal("nonsense", Access.OPEN);
    assertThat(refusal).hasMessage("--url: 'nonsense' is no address: write it as http://host:port");
    assertThat(refusal.exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void keepsWhatANameIsMadeOfWithinAPathAndAQuery() {
    assertThat(ServiceApi.encoded("CT 1/+ä")).isEqualTo("CT%201%2F%2B%C3%A4");
  }

  @Test
  void saysThatTheAuthoritiesAreMissing() {
    Access access =
        new Access(
            Optional.empty(), Optional.of(Path.of("/nowhere/ca.pem")), Duration.ofSeconds(30));
    assertThat(refusal(url().replace("http:", "https:"), access))
        .hasMessage("/nowhere/ca.pem: there is no such file");
  }
}
