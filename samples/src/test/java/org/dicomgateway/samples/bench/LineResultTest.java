package org.dicomgateway.samples.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.dicomgateway.samples.badline.LineQuality;
import org.dicomgateway.samples.badline.Traffic;
import org.dicomgateway.samples.bench.LineResult.Row;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LineResultTest {
  private final LineResult result =
      new LineResult(
          LineQuality.PERFECT.rate(20_000).delay(Duration.ofMillis(40)).seed(7),
          100,
          50_000_000,
          List.of(
              new Row("gateway", 10, 0.5, new Traffic(20_000_000, 20_000_000, 9, 9, 1, 0)),
              new Row("storescu", 30, 0.7, new Traffic(50_000_000, 50_000_000, 9, 9, 1, 0))));

  @Test
  void comparesWithTheRawTimeAndWithOurs() {
    assertThat(result.table())
        .contains("raw bytes at that rate: 20.0 s", "40 ms one way", "seed 7")
        .contains("| gateway | 10.0 | 0.50 | 20.0 | 80 % | 0.5 | 1.0x |")
        .contains("| storescu | 30.0 | 1.50 | 50.0 | 67 % | 0.7 | 3.0x |");
  }

  @Test
  void keepsEveryWayInJson() {
    JsonNode json = JsonMapper.shared().valueToTree(result.data());
    assertThat(json.get("ways")).hasSize(2);
    assertThat(json.get("rawSeconds").asDouble()).isEqualTo(20);
    assertThat(json.at("/ways/1/traffic/upGiven").asLong()).isEqualTo(50_000_000);
  }
}
