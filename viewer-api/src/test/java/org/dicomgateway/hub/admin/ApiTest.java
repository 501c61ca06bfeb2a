package org.dicomgateway.hub.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.apache.commons.codec.digest.DigestUtils;
import org.dicomgateway.hub.testsite.SiteTest;
import org.dicomgateway.hub.testsite.TestPack;
import org.dicomgateway.testdata.Document;
import org.dicomgateway.testdata.JsonExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class ApiTest extends SiteTest {
  private HttpResponse<String> get(String path) throws Exception {
    return site.send(site.request(path));
  }

  private JsonNode json(String path) throws Exception {
    return JsonMapper.shared().readTree(get(path).body());
  }

  @Test
  void givesBackBothBytesOfAnInstanceThatCameTwice() throws Exception {
    site.deliver(new TestPack(files, "hospital-a", "1.2").image("1.2.1", "1.2.1.1", 1));
    TestPack other = new TestPack(files, "hospital-a", "1.2").image("1.2.1", "1.2.1.1", 2);
    site.deliver(other);

    JsonNode conflict = json("/api/conflicts?study=1.2").path("instances").path(0);
    String sha256 = other.instances().getFirst().sha256();
    assertThat(conflict.path("sha256").asString()).isEqualTo(sha256);
    HttpResponse<byte[]> file = bytes("/api/conflicts/1.2.1.1/" + sha256);
    assertThat(DigestUtils.sha256Hex(file.body())).isEqualTo(sha256);
    assertThat(get("/api/conflicts/1.2.1.1/0").statusCode()).isEqualTo(404);
    assertThat(json("/api/conflicts?study=1.3").path("instances").size()).isZero();
  }

  private HttpResponse<byte[]> bytes(String path) throws Exception {
    try (var client = java.net.http.HttpClient.newHttpClient()) {
      return client.send(site.request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/status, gateway hub status",
    "/api/sites, gateway hub site list",
    "/api/studies, gateway hub study list",
    "/api/studies/1.2, gateway hub study show",
  })
  void answersAsIsDocumented(String path, String heading) throws Exception {
    site.deliver(new TestPack(files, "hospital-a", "1.2").image("1.2.1", "1.2.1.1", 1));
    site.deliver(new TestPack(files, "hospital-a", "1.2").image("1.2.1", "1.2.1.1", 2));

    String documented = Document.read("json.md").blockAfter(heading);
    JsonExample example = new JsonExample(JsonMapper.shared().readTree(documented));
    assertThat(example.differences(json(path))).isEmpty();
  }

  @Test
  void saysOfWhichStudyItKnowsNothing() throws Exception {
    HttpResponse<String> answer = get("/api/studies/1.9/trace");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("nothing of study 1.9 is at this hub");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("Gateway-Service")).hasValue("hub");
  }
}
