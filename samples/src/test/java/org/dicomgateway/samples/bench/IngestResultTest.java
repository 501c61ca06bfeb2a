package org.dicomgateway.samples.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dicomgateway.samples.bench.IngestResult.Turn;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IngestResultTest {
  private final IngestResult result =
      new IngestResult(
          1000,
          500_000_000,
          List.of(
              new Turn("gateway", "dcmsend", 1, 3),
              new Turn("orthanc", "dcmsend", 1, 50),
              new Turn("gateway", "dcmsend", 1, 2),
              new Turn("orthanc", "dcmsend", 1, 60),
              new Turn("gateway", "dcmsend", 1, 20),
              new Turn("orthanc", "dcmsend", 1, 60),
              new Turn("gateway", "dcmsend", 4, 1),
              new Turn("gateway", "dcmsend", 4, 2)));

  @Test
  void comparesMedians() {
    assertThat(result.table())
        .contains("| dcmsend | 1 | gateway | 333 | 166.7 | 1.0x |")
        .contains("| dcmsend | 1 | orthanc | 17 | 8.3 | 20.0x |")
        .contains("| dcmsend | 4 | gateway | 667 | 333.3 | 1.0x |");
  }

  @Test
  void keepsEveryTurnInJson() {
    JsonNode json = JsonMapper.shared().valueToTree(result.data());
    assertThat(json.get("turns")).hasSize(8);
    assertThat(json.at("/medians/0/seconds/orthanc").asDouble()).isEqualTo(60);
  }
}
