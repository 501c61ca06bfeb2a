package org.dicomgateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StepTableTest {
  private static final JsonNode PACKS =
      JsonMapper.shared()
          .readTree(
              """
              [{"at": "2026-05-06T07:08:09Z", "work": {"from": "2026-05-06T07:08:10Z"}},
               {"at": "2026-05-06T07:08:08.5Z", "work": {"from": null}}, {}]""");

  @Test
  void tellsWhenTheFirstAndTheLastTookAStep() {
    List<String> lines = new StepTable().step("sent", PACKS, "at", "3 packs").lines();
    assertThat(lines.getLast()).matches("sent  \\S+ \\S+:08.500  \\S+ \\S+:09.000  3 packs");
  }

  @Test
  void leavesOutWhatTookNone() {
    List<String> lines =
        new StepTable().side("hub").span("worked", PACKS, "work/from", "work/to").lines();
    assertThat(lines.get(1)).isEqualTo("hub");
    assertThat(lines.getLast()).matches("worked  \\S+ \\S+:10.000  -");
  }

  @Test
  void setsRemarksOnAsManyLinesAsEightyColumnsTake() {
    Preparations counts = new Preparations();
    counts.compressed(99_998, 999_949_999, 111_111_111);
    counts.compressed(1, 1, 0);
    counts.held(12_345);
    counts.asReceived(67_890);
    List<String> lines =
        new StepTable()
            .step("sent from", PACKS, "at")
            .step("prepared", PACKS, "at", counts.remarks())
            .lines();
    assertThat(lines).allMatch(line -> line.length() <= Table.WIDTH);
    assertThat(String.join("", lines).replaceAll(" +", " "))
        .endsWith(
            "99999 compressed, 999.9 MB to 111.1 MB, 12345 to be prepared, 67890 as received");
  }

  @Test
  void saysThatAllWentAsItWasReceived() {
    Preparations counts = new Preparations();
    assertThat(counts.remarks()).isEmpty();
    counts.asReceived(3);
    assertThat(counts.remarks()).containsExactly("as received");
  }

  @Test
  void setsATextOnLinesThatOnlyASingleWordExceeds() {
    String uid = "2.25." + "1".repeat(80);
    assertThat(Paragraph.lines("  ", "kept under " + uid + " beside others"))
        .containsExactly("  kept under", "  " + uid, "  beside others");
    assertThat(Paragraph.lines("", "a ".repeat(50)))
        .containsExactly("a ".repeat(40).strip(), "a ".repeat(10).strip());
  }
}
