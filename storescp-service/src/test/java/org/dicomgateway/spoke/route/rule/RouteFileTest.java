package org.dicomgateway.spoke.route.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import org.dicomgateway.spoke.versions.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteFileTest {
  private static RouteFileException failure(String text) {
    return catchThrowableOfType(
        RouteFileException.class, () -> RouteFile.parse(text, Set.of("hub", "archive")));
  }

  /** The rest of a line is what stands in a rule called x that begins at column 11. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{ name: x, send: hbu }|1:28|there is no destination 'hbu'; there are archive, hub",
        "{ name: x, sned: hub }|1:22|there is no 'sned' here; write one of",
        "{ name: x, send: hub, urgency: high }|1:42|'high' is not one of background, normal, stat",
        "{ name: x, send: hub, when: { modalty: CT } }|1:41|there is no 'modalty' here; write one of",
        "{ name: x, send: hub, when: CT }|1:39|a condition consists of lines 'word: value'",
        "{ name: x, send: hub, when: { time: noon } }|1:47|'noon' is not of the form",
        "{ name: x, send: hub, when: { address: ct1.local } }|1:50|'ct1.local' is no address",
        "{ name: x, send: hub, when: { size: { from: 5, to: 1 } } }|1:47|nothing is from 5 to 1",
        "{ name: x, send: hub, when: { size: { from: 5 MB } } }|1:55|'5 MB' is no amount",
        "{ name: x, send: hub, when: { sop-class: CT } }|1:52|'CT' is no UID",
        "{ name: x, send: hub, when: { attribute: { tag: PatID, present: yes } } }"
            + "|1:59|'PatID' is no attribute",
        "{ name: x, send: hub, when: { attribute: { tag: PatientID } } }|1:52|write which attribute",
        "{ name: x, send: hub, when: { attribute: { tag: PatientID, range: { from: 1 } } } }"
            + "|1:77|PatientID has no order (LO)",
        "{ name: x, send: hub, when: { attribute: { tag: KVP, matches: '(' } } }"
            + "|1:73|'(' is no regular expression",
        "{ name: x, send: hub, when: { attribute: { tag: StudyDate, range: { to: may } } } }"
            + "|1:83|'may' is no value of StudyDate, which is a date such as 2026-01-31",
        "{ name: x }|1:11|this rule says not what becomes of instances",
        "{ name: x, continue: yes }|1:11|this rule does nothing",
        "{ name: x, send: hub, drop: y }|1:39|a rule cannot both send and drop",
        "{ send: hub }|1:11|a rule needs a name of its own",
        "{ name: x, send: hub, send: archive }|1:33|'send' stands here twice",
        "{ name: x, send: [] }|1:28|this list is empty",
        "{ name: x, send: hub, set: { StudyInstanceUID: '1.2' } }"
            + "|1:40|StudyInstanceUID says which instance it is",
        "{ name: x, send: hub, set: { Rows: 5 } }|1:40|Rows says how the pixels are to be read",
        "{ name: x, send: hub, set: { PatID: A } }|1:40|'PatID' is no attribute",
        "{ name: x, send: hub, set: { PatientSex: male } }"
            + "|1:52|'male' is no value of PatientSex, which is a code",
        "{ name: x, send: hub, set: { PatientID: [A, B] } }|1:51|PatientID has 1 values, not 2",
        "{ name: x, send: hub, set: { PatientID: } }|1:50|a text is missing here",
        "{ name: x, send: hub, remove: [ StudyID, PixelData ] }"
            + "|1:52|PixelData says how the pixels are to be read",
        "{ name: x, send: hub, set: { StudyID: A }, remove: StudyID }"
            + "|1:62|StudyID is set and removed; leave one",
        "{ name: x, drop: y, set: { StudyID: A } }|1:28|a rule cannot both change attributes",
      })
  void tellsWhereAndWhatIsWrong(String rule, String place, String message) {
    RouteFileException failure = failure("routes: [ " + rule + " ]");

    assertThat(failure).isNotNull();
    assertThat(failure.problems()).hasSize(1);
    Problem problem = failure.problems().getFirst();
    assertThat(problem.line() + ":" + problem.column()).isEqualTo(place);
    assertThat(problem.message()).contains(message);
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    RouteFileException failure =
        failure(
            """
            routes:
              - name: a
                send: hub
                when:
                  modality: CT
                  sise: { from: 1 }
              - name: a
                send: elsewhere
            """);

    assertThat(failure.problems()).extracting(Problem::line).containsExactly(6, 7, 8);
    assertThat(failure).hasMessageStartingWith("line 6, column 7: there is no 'sise' here");
  }

  @Test
  void tellsWhereTheTextIsNoYaml() {
    RouteFileException failure = failure("routes:\n  - name: 'x\n");

    assertThat(failure.problems()).hasSize(1);
    assertThat(failure.problems().getFirst().message()).startsWith("this is no YAML");
    assertThat(failure.problems().getFirst().line()).isGreaterThan(1);
  }

  @Test
  void anEmptyListHasNoRulesAndNoTextSendsEverythingToTheHub() throws Exception {
    assertThat(RouteFile.parse("# nothing yet\n", Set.of()))
        .isEqualTo(RouteTable.EVERYTHING_TO_THE_HUB);
    assertThat(RouteFile.parse("routes: []\n", Set.of()).rules()).isEmpty();
  }
}
