package org.dicomgateway.spoke.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.dicomgateway.spoke.modality.EchoCheck;
import org.dicomgateway.spoke.modality.Modality;
import org.dicomgateway.spoke.modality.Network;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class StatusPageTest {
  @TempDir static Path data;
  private static RunningSpoke spoke;

  @BeforeAll
  static void start() throws Exception {
    RunningSpoke.fill(data, "1.2", 3);
    spoke = RunningSpoke.start(data);
    while (!spoke.send("GET", "/api/status").body().contains("\"DOWN\"")
        || !spoke.send("GET", "/api/queue").body().contains("\"count\":3")) {
      Thread.sleep(20);
    }
  }

  @AfterAll
  static void stop() {
    spoke.close();
  }

  @ParameterizedTest
  @CsvSource({
    "en-US, Line to the hub is down, line is down, Nothing is lost, background: 0 kbit/s until",
    "vi-VN, Mất đường truyền đến trung tâm, mất đường truyền, Không mất ảnh nào, nền: 0 kbit/s đến",
  })
  void saysThatTheLineIsDownAndWhatThatMeansAndWhatIsLimited(
      String language, String title, String reason, String comfort, String limit) throws Exception {
    String page = spoke.send("GET", "/", "Accept-Language", language).body();
    assertThat(page)
        .contains("<h1>" + title + "</h1>", reason, comfort, limit, "1.2", "bv-song-lam");
    assertThat(page).doesNotContain("??");
  }

  @ParameterizedTest
  @CsvSource({
    "en, Destinations, down, any address, never, Callers that are not known are served",
    "vi, Nơi nhận, mất kết nối, địa chỉ bất kỳ, chưa từng, Máy chưa đăng ký vẫn được phục vụ",
  })
  void saysWhoSendsAndWhereItGoes(
      String language, String title, String state, String any, String never, String policy)
      throws Exception {
    String name = "CT-" + language;
    spoke.send("POST", "/api/modalities?name=" + name + "&ae-title=AE-" + language);
    String page = spoke.send("GET", "/", "Accept-Language", language).body();
    assertThat(page)
        .contains("<h2>" + title + "</h2>", "<b class=\"state DOWN\">" + state + "</b>")
        .contains("<b>" + name + "</b>", "AE-" + language + " · " + any, never, policy)
        .doesNotContain("??");
  }

  @Test
  void tellsOfACallerAsItCalls() throws Exception {
    try (BufferedReader events = events()) {
      awaitLine(events, "event: status");
      Modality here =
          new Modality(
              "here",
              "GATEWAY",
              Optional.of(Network.parse("127.0.0.1")),
              Optional.of(spoke.dicomPort()),
              "");
      EchoCheck.of(here, "CALLS-NOW");
      awaitLine(events, "<b>CALLS-NOW</b>");
      awaitLine(events, "s ago (");
    }
  }

  @Test
  void loadsNothingFromElsewhereAndHasNoScriptOfItsOwn() throws Exception {
    HttpResponse<String> page = spoke.send("GET", "/");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.body()).doesNotContain("<script>", " style=", "onclick", "https://");
    assertThat(spoke.send("GET", "/app/status.js").body()).contains("EventSource('/events')");
    assertThat(spoke.send("GET", "/app/status.css").statusCode()).isEqualTo(200);
  }

  @Test
  void sendsWhatChangesAsItHappens() throws Exception {
    try (BufferedReader events = events()) {
      awaitLine(events, "event: status");
      awaitLine(events, "Pause sending to hub");
      spoke.send("POST", "/pause", "Accept-Language", "en");
      awaitLine(events, "Sending to the hub is paused since");
      awaitLine(events, "Resume sending to hub");
      spoke.send("POST", "/resume");
      awaitLine(events, "Pause sending to hub");
    }
  }

  private static BufferedReader events() throws Exception {
    var connection = spoke.address().resolve("/events").toURL().openConnection();
    connection.setRequestProperty("Accept-Language", "en");
    assertThat(connection.getContentType()).startsWith("text/event-stream");
    return new BufferedReader(
        new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
  }

  private static void awaitLine(BufferedReader events, String text) throws Exception {
    String line;
    do {
      line = events.readLine();
      assertThat(line).as("the stream goes on until " + text).isNotNull();
    } while (!line.contains(text));
  }

  @ParameterizedTest
  @CsvSource({
    "en, Pause sending to first, Resume sending to first, Retry what second did not take",
    "vi, Tạm dừng gửi đến first, Gửi tiếp đến first, Gửi lại ảnh mà second không nhận",
  })
  void stopsAndRetriesEachDestinationByItself(
      String language, String pause, String resume, String retry, @TempDir Path folder)
      throws Exception {
    RunningSpoke.fill(folder, "1.7", 1);
    try (RunningSpoke other = RunningSpoke.start(folder)) {
      String file =
          "destinations: [{name: first, type: folder, path: %1$s},"
                  .formatted(folder.resolve("first"))
              + " {name: second, type: folder, path: %s}]\n".formatted(folder.resolve("second"));
      assertThat(other.sendText("PUT", "/api/destinations/file", file).statusCode()).isEqualTo(200);
      awaitPage(other, language, pause);
      other.send("POST", "/pause?destination=first");
      awaitPage(other, language, resume);
      other.send("POST", "/pause?destination=second");
      Files.createDirectory(folder.resolve("second"));
      other.send("POST", "/api/studies/1.7/send?to=first&to=second");
      loseFilesOf(other, folder, "1.7");
      other.send("POST", "/resume?destination=second");

      String page = awaitPage(other, language, retry);
      assertThat(page)
          .contains("cannot be read from the spool", "<span class=\"chip\">second</span>")
          .contains(resume, "value=\"second\"")
          .doesNotContain("??", "what first did not take", "mà first không nhận");
      other.send("POST", "/retry?destination=first");
      assertThat(page(other, language)).contains(retry);
    }
  }

  /** As a disk does; what is to be sent of it is parked. */
  private static void loseFilesOf(RunningSpoke other, Path folder, String study) throws Exception {
    while (!other.send("GET", "/api/queue?destination=second").body().contains(study)) {
      Thread.sleep(20);
    }
    try (Stream<Path> files = Files.walk(folder.resolve("spool"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".inst")).toList()) {
        Files.delete(file);
      }
    }
  }

  private static String page(RunningSpoke other, String language) throws Exception {
    return other.send("GET", "/", "Accept-Language", language).body();
  }

  private static String awaitPage(RunningSpoke other, String language, String text)
      throws Exception {
    String page = page(other, language);
    while (!page.contains(text)) {
      Thread.sleep(20);
      page = page(other, language);
    }
    return page;
  }

  @Test
  void letsNoOtherSitesPagePressItsButtons() throws Exception {
    assertThat(spoke.send("POST", "/pause", "Origin", "http://evil.example").statusCode())
        .isEqualTo(403);
  }

  @Test
  void measuresWhatPrometheusAsksFor() throws Exception {
    assertThat(spoke.send("GET", "/actuator/prometheus").body())
        .contains(
            "gateway_forward_backlog_age_seconds ",
            "gateway_forward_backlog_instances 3.0",
            "gateway_forward_delivery_seconds_bucket{le=\"259200.0\"} 0",
            "gateway_forward_delivered_raw_bytes_total 0.0",
            "gateway_forward_sent_bytes_total 0.0",
            "gateway_forward_retries_total ",
            "gateway_forward_line_up 0.0",
            "gateway_forward_paused ",
            "gateway_forward_parked_instances 0.0",
            "gateway_receive_acknowledgement_seconds_bucket{le=\"0.005\"} 0",
            "gateway_spool_free_bytes ");
  }
}
