package org.dicomgateway.spoke.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListTextTest {
  private static final String TEXT =
      """
      # Who changes this asks Lan first.
      routes:
        # probe on the patient
        - name: ultrasound
          when: { modality: US }
          send: hub
        # all else
        - name: rest
          send: hub
      """;

  @Test
  void namesTheRulesInTheirOrder() {
    assertThat(ListText.ofRoutes(TEXT).names()).containsExactly("ultrasound", "rest");
  }

  @Test
  void putsARuleBeforeAnotherAndLeavesTheCommentsWhereTheyAre() {
    String text =
        ListText.ofRoutes(TEXT).with(List.of("- name: ct", "  send: hub"), Optional.of("rest"));

    assertThat(text)
        .isEqualTo(TEXT.replace("  # all else\n", "  - name: ct\n    send: hub\n  # all else\n"));
  }

  @Test
  void putsARuleAtTheEnd() {
    String text =
        ListText.ofRoutes(TEXT).with(List.of("- name: ct", "  send: hub"), Optional.empty());

    assertThat(text).isEqualTo(TEXT + "  - name: ct\n    send: hub\n");
  }

  @Test
  void takesARuleOutWithItsComments() {
    assertThat(ListText.ofRoutes(TEXT).without("ultrasound"))
        .isEqualTo(
            """
            # Who changes this asks Lan first.
            routes:
              # all else
              - name: rest
                send: hub
            """);
  }

  @Test
  void leavesAnEmptyListAfterTheLastRuleAndFillsItAgain() throws Exception {
    String none = ListText.ofRoutes(ListText.ofRoutes(TEXT).without("rest")).without("ultrasound");
    assertThat(ListText.ofRoutes(none).names()).isEmpty();
    assertThat(none).contains("routes: []");

    String one =
        ListText.ofRoutes(none).with(List.of("- name: ct", "  send: hub"), Optional.empty());
    assertThat(ListText.ofRoutes(one).names()).containsExactly("ct");
    assertThat(one).startsWith("# Who changes this asks Lan first.\n");
  }

  @Test
  void beginsAFileThatIsNot() {
    assertThat(ListText.ofRoutes("").with(List.of("- name: ct", "  send: hub"), Optional.empty()))
        .isEqualTo("routes:\n  - name: ct\n    send: hub\n");
  }

  @Test
  void changesOneWordOfOneThing() {
    String text = "routes:\n  - name: a\n    send:\n      - hub\n    urgency: stat\n  - name: b\n";
    ListText list = ListText.ofRoutes(text);

    assertThat(list.with("a", "send", Optional.of("it's")))
        .isEqualTo("routes:\n  - name: a\n    send: 'it''s'\n    urgency: stat\n  - name: b\n");
    assertThat(list.with("a", "send", Optional.empty()))
        .isEqualTo("routes:\n  - name: a\n    urgency: stat\n  - name: b\n");
    assertThat(list.with("b", "hold", Optional.of("x"))).endsWith("  - name: b\n    hold: 'x'\n");
  }

  @Test
  void saysWhichRulesThereAre() {
    assertThatThrownBy(() -> ListText.ofRoutes(TEXT).without("ct"))
        .hasMessage("there is no rule 'ct'; there are ultrasound, rest");
  }

  @Test
  void changesNoRulesThatStandInOneLine() {
    assertThatThrownBy(() -> ListText.ofRoutes("routes: [ { name: a, send: hub } ]"))
        .hasMessageContaining("write each below the other");
  }
}
