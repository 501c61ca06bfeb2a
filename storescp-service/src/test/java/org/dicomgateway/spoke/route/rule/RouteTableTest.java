package org.dicomgateway.spoke.route.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.spoke.change.AttributeChanges;
import org.dicomgateway.spoke.change.ChangedValue;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.route.rule.RouteTable.Release;
import org.dicomgateway.spoke.route.rule.Verdict.Kind;
import org.junit.jupiter.api.Test;

class RouteTableTest {
  private final Subject subject = SubjectFixture.subject(SubjectFixture.header());

  private static RouteTable table(String text) throws RouteFileException {
    return RouteFile.parse(text, Set.of("hub", "archive", "backup"));
  }

  @Test
  void theFirstRuleThatMatchesDecides() throws Exception {
    Verdict verdict =
        table(
                """
                routes:
                  - { name: ultrasound, when: { modality: US }, send: archive, urgency: stat }
                  - { name: ct, when: { modality: CT }, send: hub, urgency: background }
                  - { name: rest, send: backup }
                """)
            .decide(subject, Release.NOT_RELEASED);

    assertThat(verdict)
        .isEqualTo(
            new Verdict(
                Kind.SEND,
                List.of("hub"),
                Urgency.BACKGROUND,
                true,
                AttributeChanges.NONE,
                List.of("ct"),
                "by 'ct'"));
  }

  @Test
  void destinationsAddUpWhereReadingGoesOnAndWhatIsSaidOnceTheFirstSays() throws Exception {
    Verdict verdict =
        table(
                """
                routes:
                  - { name: copies, send: [archive, hub], continue: yes, compress: no }
                  - { name: emergency, urgency: stat, continue: yes }
                  - { name: rest, send: [hub, backup], urgency: normal }
                  - { name: not read, drop: never }
                """)
            .decide(subject, Release.NOT_RELEASED);

    assertThat(verdict)
        .isEqualTo(
            new Verdict(
                Kind.SEND,
                List.of("archive", "hub", "backup"),
                Urgency.STAT,
                false,
                AttributeChanges.NONE,
                List.of("copies", "emergency", "rest"),
                "by 'copies', 'emergency', 'rest'"));
  }

  @Test
  void changesAddUpAndWhatTwoRulesChangeTheFirstDoes() throws Exception {
    Explanation explanation =
        table(
                """
                routes:
                  - { name: site, set: { InstitutionName: Yên Bái }, remove: StudyID, continue: yes }
                  - name: rest
                    send: hub
                    set: { InstitutionName: elsewhere, StudyID: '1', "(0010,0020)": '' }
                """)
            .explain(subject, Release.NOT_RELEASED);

    assertThat(explanation.verdict().changes())
        .isEqualTo(
            new AttributeChanges(
                Map.of("InstitutionName", List.of("Yên Bái"), "PatientID", List.of()),
                Set.of("StudyID")));
    assertThat(explanation.changes())
        .contains(new ChangedValue("InstitutionName", Optional.empty(), Optional.of("Yên Bái")));
  }

  @Test
  void whatIsHeldGoesByTheRulesBelowOnceItIsReleased() throws Exception {
    RouteTable table =
        table(
            """
            routes:
              - { name: check, hold: somebody looks at it first }
              - { name: rest, send: hub }
            """);

    Verdict held = table.decide(subject, Release.NOT_RELEASED);
    assertThat(held.kind()).isEqualTo(Kind.HOLD);
    assertThat(held.reason()).isEqualTo("held by 'check': somebody looks at it first");
    Verdict released = table.decide(subject, Release.RELEASED);
    assertThat(released.kind()).isEqualTo(Kind.SEND);
    assertThat(released.destinations()).containsExactly("hub");
  }

  @Test
  void dropsWithTheReason() throws Exception {
    Verdict verdict =
        table("routes: [ { name: phantoms, drop: no patient } ]")
            .decide(subject, Release.NOT_RELEASED);

    assertThat(verdict.kind()).isEqualTo(Kind.DROP);
    assertThat(verdict.reason()).isEqualTo("dropped by 'phantoms': no patient");
  }

  @Test
  void whatNoRuleTakesIsUnrouted() throws Exception {
    assertThat(table("routes: []").decide(subject, Release.NOT_RELEASED).kind())
        .isEqualTo(Kind.UNROUTED);
  }

  @Test
  void explainsTheRulesThatWereRead() throws Exception {
    Explanation explanation =
        table(
                """
                routes:
                  - { name: ultrasound, when: { modality: US }, send: hub }
                  - { name: ct, when: { modality: CT, calling-aet: CT1 }, send: hub }
                  - { name: rest, send: hub }
                """)
            .explain(subject, Release.NOT_RELEASED);

    assertThat(explanation.findings())
        .containsExactly(
            new Explanation.Finding(
                "ultrasound", 2, false, List.of("modality is CT, wanted is US")),
            new Explanation.Finding(
                "ct",
                3,
                true,
                List.of("modality is CT, wanted is CT", "calling-aet is CT1, wanted is CT1")));
    assertThat(explanation.verdict().rules()).containsExactly("ct");
  }

  @Test
  void readsTheHeaderOnlyIfARuleAsks() throws Exception {
    Subject unread =
        new Subject(
            subject.instance(),
            Urgency.NORMAL,
            () -> {
              throw new AssertionError("read");
            },
            () -> {
              throw new AssertionError("counted");
            },
            ZoneOffset.UTC);

    assertThat(
            table(
                    "routes: [ { name: a, when: { calling-aet: CT1, size: { to: 1M } }, send: hub } ]")
                .decide(unread, Release.NOT_RELEASED)
                .kind())
        .isEqualTo(Kind.SEND);
  }

  @Test
  void aHeaderWithoutAnythingMatchesNoAttribute() throws Exception {
    Subject empty = SubjectFixture.subject(new Attributes());

    assertThat(
            table("routes: [ { name: a, when: { modality: CT }, send: hub } ]")
                .decide(empty, Release.NOT_RELEASED)
                .kind())
        .isEqualTo(Kind.UNROUTED);
  }
}
