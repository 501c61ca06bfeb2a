package org.dicomgateway.samples.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dicomgateway.samples.bench.CodecResult.Turn;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CodecResultTest {
  private final CodecResult result =
      new CodecResult(
          10,
          50_000_000,
          List.of(
              new Turn("ours", 20_000_000, 0.9, 0.5),
              new Turn("theirs", 25_000_000, 2, 1),
              new Turn("ours", 20_000_000, 0.5, 0.4),
              new Turn("ours", 20_000_000, 0.1, 0.3)));

  @Test
  void hasTheMedianTurnOfEachCodec() {
    assertThat(result.table())
        .contains("| ours | 20000000 | 2.500x | 100.0 | 125.0 |")
        .contains("| theirs | 25000000 | 2.000x | 25.0 | 50.0 |");
  }

  @Test
  void keepsEveryTurnInJson() {
    assertThat(JsonMapper.shared().valueToTree(result).get("turns")).hasSize(4);
  }
}
