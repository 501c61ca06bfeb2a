package org.dicomgateway.spoke.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.dicomgateway.testdata.Document;
import org.dicomgateway.testdata.JsonExample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class ApiTest {
  @TempDir static Path data;
  private static RunningSpoke spoke;

  @BeforeAll
  static void start() throws Exception {
    RunningSpoke.fill(data, "1.2", 3);
    spoke = RunningSpoke.start(data);
    while (!json("/api/status").path("forward").path("line").path("state").asString().equals("DOWN")
        || json("/api/queue").path("total").path("count").asInt() < 3) {
      Thread.sleep(20);
    }
  }

  @AfterAll
  static void stop() {
    spoke.close();
  }

  private static JsonNode json(String path) throws Exception {
    return JsonMapper.shared().readTree(spoke.send("GET", path).body());
  }

  @Test
  void tellsWhatWaitsAndWhy() throws Exception {
    JsonNode study = json("/api/queue").path("studies").path(0);
    assertThat(study.path("studyInstanceUid").asString()).isEqualTo("1.2");
    assertThat(study.path("waiting").asInt() + study.path("packed").asInt()).isEqualTo(3);
    assertThat(study.path("undelivered").asInt()).isGreaterThan(150_000);
    assertThat(study.path("urgency").asString()).isEqualTo("NORMAL");
    assertThat(study.path("reason").asString()).isIn("LINE_DOWN", "PAUSED");
  }

  @Test
  void tellsTheRoomThereIs() throws Exception {
    JsonNode disk = json("/api/status").path("disk");
    assertThat(disk.path("refuseBelow").asLong()).isEqualTo(1 << 20);
    assertThat(disk.path("level").asString()).isEqualTo("AMPLE");
    assertThat(disk.path("total").asLong()).isGreaterThanOrEqualTo(disk.path("free").asLong());
  }

  @Test
  void pausesAndResumes() throws Exception {
    assertThat(spoke.send("POST", "/api/sending/pause").body()).contains("\"wasPaused\":false");
    assertThat(spoke.send("POST", "/api/sending/pause").body()).contains("\"wasPaused\":true");
    assertThat(json("/api/status").path("forward").path("pausedSince").asString()).isNotEmpty();
    assertThat(spoke.send("POST", "/api/sending/resume").body()).contains("\"wasPaused\":true");
    assertThat(json("/api/status").path("forward").path("pausedSince").isNull()).isTrue();
  }

  @Test
  void letsNoOtherSitesPageChangeAnything() throws Exception {
    HttpResponse<String> foreign =
        spoke.send("POST", "/api/sending/pause", "Origin", "https://evil.example");
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(foreign.body()).contains("evil.example");
    String own = spoke.address().toString();
    assertThat(spoke.send("POST", "/api/sending/resume", "Origin", own).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/status", "/api/sending/pause", "/actuator/prometheus"})
  void answersToNoNameThatSomebodyElseMayLeadHere(String path) throws Exception {
    String method = path.endsWith("pause") ? "POST" : "GET";
    String answer = spoke.sendTo("evil.example:" + spoke.address().getPort(), method, path);
    assertThat(answer).startsWith("HTTP/1.1 421").contains("Gateway-Service: spoke");
    assertThat(answer).contains("'evil.example:", "--admin-names").doesNotContain("gateway_");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8081", "LOCALHOST", "127.0.0.1", "[::1]:81", "spoke.example"})
  void answersToItsOwnNames(String host) throws Exception {
    assertThat(spoke.sendTo(host, "GET", "/api/status")).startsWith("HTTP/1.1 200");
  }

  @Test
  void tracesAStudyAlsoWhileTheHubCannotBeAsked() throws Exception {
    JsonNode trace = json("/api/studies/1.2/trace");
    assertThat(trace.path("spoke").path("instances").size()).isEqualTo(3);
    assertThat(trace.path("hub").isNull()).isTrue();
    assertThat(trace.path("hubError").asString()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/status, `GET /api/status`",
    "/api/queue, `GET /api/queue`",
    "/api/studies/1.2/trace, `GET /api/studies/",
    "/api/studies/1.2/instances, {study}/instances`",
    "/api/studies, `GET /api/studies`",
    "/api/routes, `GET /api/routes`",
    "/api/kept, `GET /api/kept`",
    "/api/studies/1.2, `GET /api/studies/{study}`",
  })
  void answersAsIsDocumented(String path, String heading) throws Exception {
    String documented = Document.read("json.md").blockAfter(heading);
    JsonExample example = new JsonExample(JsonMapper.shared().readTree(documented));
    assertThat(example.differences(json(path))).isEmpty();
  }

  @Test
  void saysWhatIsNotHere() throws Exception {
    HttpResponse<String> trace = spoke.send("GET", "/api/studies/1.9/trace");
    assertThat(trace.statusCode()).isEqualTo(404);
    assertThat(trace.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(trace.headers().firstValue("Gateway-Service")).hasValue("spoke");
    assertThat(trace.body()).contains("nothing of study 1.9 is in this spoke", "cannot be asked");
    assertThat(spoke.send("POST", "/api/retry?study=1.2").statusCode()).isEqualTo(404);
    assertThat(spoke.send("POST", "/api/retry").body()).isEqualTo("{\"retried\":0}");
    assertThat(spoke.send("GET", "/api/nothing").statusCode()).isEqualTo(404);
    assertThat(spoke.send("GET", "/api/retry").statusCode()).isEqualTo(405);
  }
}
