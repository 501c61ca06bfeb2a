package org.dicomgateway.spoke.route.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouteTextTest {
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
    assertThat(RouteText.of(TEXT).names()).containsExactly("ultrasound", "rest");
  }

  @Test
  void putsARuleBeforeAnotherAndLeavesTheCommentsWhereTheyAre() {
    String text =
        RouteText.of(TEXT).with(List.of("- name: ct", "  send: hub"), Optional.of("rest"));

    assertThat(text)
        .isEqualTo(TEXT.replace("  # all else\n", "  - name: ct\n    send: hub\n  # all else\n"));
  }

  @Test
  void putsARuleAtTheEnd() {
    String text = RouteText.of(TEXT).with(List.of("- name: ct", "  send: hub"), Optional.empty());

    assertThat(text).isEqualTo(TEXT + "  - name: ct\n    send: hub\n");
  }

  @Test
  void takesARuleOutWithItsComments() {
    assertThat(RouteText.of(TEXT).without("ultrasound"))
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
    String none = RouteText.of(RouteText.of(TEXT).without("rest")).without("ultrasound");
    assertThat(RouteFile.parse(none, Set.of("hub")).rules()).isEmpty();

    String one = RouteText.of(none).with(List.of("- name: ct", "  send: hub"), Optional.empty());
    assertThat(RouteText.of(one).names()).containsExactly("ct");
    assertThat(one).startsWith("# Who changes this asks Lan first.\n");
  }

  @Test
  void beginsAFileThatIsNot() {
    assertThat(RouteText.of("").with(List.of("- name: ct", "  send: hub"), Optional.empty()))
        .isEqualTo("routes:\n  - name: ct\n    send: hub\n");
  }

  @Test
  void saysWhichRulesThereAre() {
    assertThatThrownBy(() -> RouteText.of(TEXT).without("ct"))
        .hasMessage("there is no rule 'ct'; there are ultrasound, rest");
  }

  @Test
  void changesNoRulesThatStandInOneLine() {
    assertThatThrownBy(() -> RouteText.of("routes: [ { name: a, send: hub } ]"))
        .hasMessageContaining("write each below the other");
  }
}
