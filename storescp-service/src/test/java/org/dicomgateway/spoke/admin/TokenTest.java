package org.dicomgateway.spoke.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dicomgateway.token.AdminToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others see of an admin port that they can reach. */
@Timeout(120)
class TokenTest {
  @TempDir static Path data;
  private static RunningSpoke spoke;
  private static AdminToken token;

  @BeforeAll
  static void start() throws Exception {
    spoke = RunningSpoke.start(data, Map.of("admin-bind", "0.0.0.0", "admin-names", ""));
    token = AdminToken.of(Optional.empty(), data);
  }

  @AfterAll
  static void stop() {
    spoke.close();
  }

  private static String bearer() throws Exception {
    return "Bearer " + token.value();
  }

  @Test
  void asksProgramsForTheTokenAndSaysHowToGetIt() throws Exception {
    HttpResponse<String> none = spoke.send("GET", "/api/status");
    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(none.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
    assertThat(none.headers().firstValue("Gateway-Service")).hasValue("spoke");
    assertThat(none.body()).contains("asks for its admin token", "gateway spoke token", "--token");
    HttpResponse<String> wrong =
        spoke.send("POST", "/api/sending/pause", "Authorization", "Bearer wrong");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.body()).contains("not the admin token");
    assertThat(spoke.send("GET", "/api/status", "Authorization", bearer()).statusCode())
        .isEqualTo(200);
    assertThat(spoke.send("GET", "/actuator/prometheus").statusCode()).isEqualTo(401);
    assertThat(spoke.send("GET", "/actuator/health").statusCode()).isEqualTo(200);
  }

  @Test
  void takesANewTokenAtOnce() throws Exception {
    String old = bearer();
    token.renew();
    assertThat(spoke.send("GET", "/api/status", "Authorization", old).statusCode()).isEqualTo(401);
    assertThat(spoke.send("GET", "/api/status", "Authorization", bearer()).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//api/status",
        "/api;a=b/status",
        "/app/../api/status",
        "/app/%2e%2e/api/status",
        "/login/../api/status",
        "/%61pi/status",
        "/login;/../api/status",
        "/events",
        "/api/routes",
        "/api/openapi.json"
      })
  void hasNoWayAround(String path) throws Exception {
    assertThat(spoke.sendTo("localhost", "GET", path)).matches("(?s)HTTP/1.1 40[014].*");
  }

  @Test
  void letsABrowserInThatKnowsTheToken() throws Exception {
    HttpResponse<String> away = spoke.send("GET", "/");
    assertThat(away.statusCode()).isEqualTo(302);
    assertThat(away.headers().firstValue("Location").orElse("")).endsWith("/login");
    assertThat(spoke.send("GET", "/login", "Accept-Language", "vi").body()).contains("Đăng nhập");
    assertThat(login("wrong").headers().firstValue("Location").orElse("")).endsWith("?wrong");
    String cookie = login(token.value()).headers().firstValue("Set-Cookie").orElse("");
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict").doesNotContain(token.value());
    String shown = cookie.substring(0, cookie.indexOf(';'));
    assertThat(spoke.send("GET", "/", "Cookie", shown).body()).contains("bv-song-lam");
    assertThat(spoke.send("GET", "/api/status", "Cookie", shown).statusCode()).isEqualTo(401);
  }

  private static HttpResponse<String> login(String token) throws Exception {
    URI address = spoke.address().resolve("/login");
    String form = "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(address)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form))
              .build(),
          BodyHandlers.ofString());
    }
  }
}
