package org.dicomgateway.spoke.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.spoke.admin.RunningSpoke;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person does with routes, as it is typed; each with a spoke of its own. */
@Timeout(120)
class RouteCommandsTest {
  private static final String STUDY = "1.2.840.99.7";

  @TempDir private Path folder;
  private RunningSpoke spoke;
  private String out;
  private String err;

  @BeforeEach
  void start() throws Exception {
    spoke = RunningSpoke.start(folder.resolve("data"));
  }

  @AfterEach
  void stop() {
    spoke.close();
  }

  private int ask(String noun, String verb, String... arguments) {
    List<String> all = new ArrayList<>(List.of("spoke", noun, verb, "--url=" + spoke.address()));
    all.addAll(List.of(arguments));
    StringWriter printed = new StringWriter();
    StringWriter complained = new StringWriter();
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(printed, true))
            .setErr(new PrintWriter(complained, true))
            .execute(all.toArray(String[]::new));
    out = printed.toString();
    err = complained.toString();
    if (!all.contains("--json")) {
      assertThat(out.lines()).allMatch(line -> line.length() <= 80);
    }
    return code;
  }

  private Path file(String modality) throws Exception {
    Path file = folder.resolve(modality + ".dcm");
    Files.write(
        file,
        SpoolFixture.part10(
            SpoolFixture.image(STUDY, STUDY + ".1", 100).setString(Tag.Modality, VR.CS, modality)));
    return file;
  }

  @Test
  void addsListsShowsAndRemovesRulesAndSaysHowToUndoIt() {
    assertThat(ask("route", "list")).isZero();
    assertThat(out).contains("No routes: everything goes to the hub");

    assertThat(ask("route", "add", "rest", "--send", "hub", "--why", "first", "--by", "lan"))
        .isZero();
    assertThat(out)
        .contains(
            "Rule 'rest' is added: version 1, 1 rule.", "Undo: gateway spoke route rollback 0");
    assertThat(
            ask(
                "route",
                "add",
                "ultrasound",
                "--when",
                "modality: US",
                "--send",
                "hub",
                "--urgency",
                "stat",
                "--before",
                "rest"))
        .isZero();
    assertThat(out).contains("version 2, 2 rules", "Undo: gateway spoke route rollback 1");

    assertThat(ask("route", "list")).isZero();
    assertThat(out).contains("  1  ultrasound\n  2  rest\nVersion 2.");
    assertThat(ask("route", "show", "ultrasound")).isZero();
    assertThat(out)
        .isEqualTo(
            "  - name: ultrasound\n    when: { modality: US }\n    send: [hub]\n    urgency: stat\n");
    assertThat(ask("route", "remove", "ultrasound")).isZero();
    assertThat(ask("route", "rollback", "2")).isZero();
    assertThat(out).contains("The routes of version 2 hold again: version 4, 2 rules.");
    assertThat(ask("route", "history")).isZero();
    assertThat(out.lines().skip(1).map(line -> line.strip().substring(0, 1)))
        .containsExactly("4", "3", "2", "1");
    assertThat(out).contains("lan", "first", "remove 'ultrasound'", "back to version 2");
  }

  @Test
  void theFirstRulesAreUndoneAsWell() throws Exception {
    ask("route", "add", "ultrasound", "--when", "modality: US", "--send", "hub");
    assertThat(ask("route", "rollback", "0")).isZero();
    assertThat(out)
        .contains("Everything goes to the hub again: version 2, 0 rules.")
        .contains("Undo: gateway spoke route rollback 1");
    assertThat(ask("route", "list")).isZero();
    assertThat(out).contains("No routes: everything goes to the hub");
    assertThat(ask("route", "test", file("CT").toString())).isZero();
    assertThat(out).contains("so: to hub, normal");
    spoke.close();
    RunningSpoke.fill(folder.resolve("data"), STUDY, 1);
    spoke = RunningSpoke.start(folder.resolve("data"));
    assertThat(ask("study", "list", "--state", "queued")).isZero();
    assertThat(out).contains(STUDY);
    assertThat(ask("route", "add", "rest", "--send", "hub")).isZero();
    assertThat(out).contains("version 3, 1 rule.", "Undo: gateway spoke route rollback 2");
  }

  @Test
  void takesAConditionWithTheBracesOfTheFileToo() {
    String condition = "{ modality: US, not: { calling-aet: US9 } }";
    assertThat(ask("route", "add", "ultrasound", "--when", condition, "--send", "hub")).isZero();
    assertThat(ask("route", "show", "ultrasound")).isZero();
    assertThat(out).contains("    when: " + condition + "\n");
  }

  @Test
  void testsFilesByTheRulesThatHoldAndByThoseOfAFile() throws Exception {
    ask("route", "add", "ultrasound", "--when", "modality: US", "--send", "hub");

    assertThat(ask("route", "test", file("CT").toString())).isZero();
    assertThat(out)
        .contains(
            "does not match: rule 'ultrasound', line 2:",
            "modality is CT, wanted is US",
            "so: nowhere, no rule says where it goes");

    Path other = folder.resolve("new.yaml");
    Files.writeString(other, "routes: [ { name: all, send: hub, urgency: stat } ]\n");
    assertThat(ask("route", "test", "--routes", other.toString(), file("CT").toString())).isZero();
    assertThat(out).contains("matches: rule 'all', line 1:", "so: to hub, stat, by 'all'");
    assertThat(ask("route", "test", "--json", file("CT").toString())).isZero();
    assertThat(out).contains("\"kind\":\"UNROUTED\"");
  }

  @Test
  void tellsWhatWouldBeChanged() throws Exception {
    assertThat(
            ask(
                "route",
                "add",
                "named",
                "--set",
                "InstitutionName=Bệnh viện Yên Bái",
                "--set",
                "PatientName=Trần^Thị: B",
                "--remove",
                "SeriesInstanceUID"))
        .isEqualTo(2);
    assertThat(
            ask(
                "route",
                "add",
                "named",
                "--send",
                "hub",
                "--set",
                "InstitutionName=Bệnh viện Yên Bái",
                "--set",
                "PatientName=Trần^Thị: B",
                "--remove",
                "Modality,StudyID"))
        .isZero();

    assertThat(ask("route", "test", file("CT").toString())).isZero();
    assertThat(out)
        .contains(
            "so: to hub, normal, by 'named'",
            "Modality: 'CT' → left out",
            "InstitutionName: not there → 'Bệnh viện Yên Bái'",
            "PatientName: 'Nguyen^Van An' → 'Trần^Thị: B'")
        .doesNotContain("StudyID");
    assertThat(out.lines()).allMatch(line -> line.length() <= 80);
    assertThat(ask("route", "add", "ids", "--send", "hub", "--set", "SOPInstanceUID=1.2"))
        .isEqualTo(1);
    assertThat(err).contains("SOPInstanceUID says which instance it is and cannot be changed");
  }

  @Test
  void aBrokenRuleChangesNothingAndSaysWhereItIsWrong() throws Exception {
    ask("route", "add", "rest", "--send", "hub");

    assertThat(ask("route", "add", "ct", "--when", "modalty: CT", "--send", "hub")).isEqualTo(1);
    assertThat(err)
        .contains("gateway spoke route add: these routes cannot be used, those before still hold")
        .contains("line 5, column 13: there is no 'modalty' here");
    Path file = folder.resolve("broken.yaml");
    Files.writeString(file, "routes:\n  - name: x\n    send: elsewhere\n");
    assertThat(ask("route", "edit", "--file", file.toString())).isEqualTo(1);
    assertThat(err).contains("line 3, column 11: there is no destination 'elsewhere'");
    assertThat(ask("route", "test", "--routes", file.toString(), file("CT").toString()))
        .isEqualTo(1);
    assertThat(err).contains("broken.yaml cannot be used", "line 3, column 11");
    assertThat(ask("route", "list")).isZero();
    assertThat(out).contains("Version 1.");
  }

  @Test
  void saysWhatIsWrongWithWhatIsAskedFor() throws Exception {
    assertThat(ask("route", "add", "nothing")).isEqualTo(2);
    assertThat(err).contains("--send, --hold, --drop or --continue");
    assertThat(ask("route", "remove", "none")).isEqualTo(4);
    assertThat(err).contains("there is no rule 'none'");
    assertThat(ask("route", "rollback", "9")).isEqualTo(4);
    assertThat(err).contains("there is no version 9 of the routes");
    assertThat(ask("route", "show", "none")).isEqualTo(4);
    assertThat(ask("route", "explain", "1.9")).isEqualTo(4);
    assertThat(err).contains("nothing of study 1.9 is in this spoke");
    assertThat(ask("route", "test", folder.resolve("none.dcm").toString())).isEqualTo(1);
    assertThat(err).contains("none.dcm");
    assertThat(ask("route", "edit", "--file", folder.resolve("none.yaml").toString())).isEqualTo(1);
    assertThat(err).contains("none.yaml");
    assertThat(ask("study", "release", "1.9")).isEqualTo(4);
    assertThat(err).contains("nothing of study 1.9 is kept back");
    assertThat(ask("study", "send", "1.9")).isEqualTo(4);
  }

  @Test
  void whatARuleHoldsIsListedAndGoesOnceItIsReleased() throws Exception {
    ask("route", "add", "check", "--hold", "whose is it?");
    ask("route", "add", "rest", "--send", "hub");
    spoke.close();
    RunningSpoke.fill(folder.resolve("data"), STUDY, 3);
    spoke = RunningSpoke.start(folder.resolve("data"));

    assertThat(ask("study", "list")).isZero();
    assertThat(out).contains(STUDY, "held", "CT1", "3", "held by 'check': whose is it?");
    assertThat(ask("route", "explain", STUDY)).isZero();
    assertThat(out).contains("3 instances, such as", "so: kept until released");
    assertThat(ask("study", "release", STUDY)).isZero();
    assertThat(out).contains("3 instances to be sent");
    assertThat(ask("study", "list", "--state", "held")).isZero();
    assertThat(out).contains("no such study");
  }

  @Test
  void whatNoRuleTakesIsKeptAcrossARestartAndCanBeSentAllTheSame() throws Exception {
    ask("route", "add", "ultrasound", "--when", "modality: US", "--send", "hub");
    for (int i = 0; i < 2; i++) {
      spoke.close();
      RunningSpoke.fill(folder.resolve("data"), STUDY + "." + i, 1);
      spoke = RunningSpoke.start(folder.resolve("data"));
    }

    assertThat(ask("study", "list")).isZero();
    assertThat(out).contains(STUDY + ".0", STUDY + ".1", "unrouted");
    assertThat(ask("study", "release", STUDY + ".0")).isZero();
    assertThat(out).contains("0 instances to be sent", "1 still go nowhere");
    assertThat(ask("study", "send", STUDY + ".0")).isZero();
    assertThat(out).contains("1 instance to be sent");
    assertThat(ask("study", "list", "--state", "unrouted")).isZero();
    assertThat(out).contains(STUDY + ".1").doesNotContain(STUDY + ".0");
  }

  @Test
  void holdsAStudySaysWhyAndLetsItGo() throws Exception {
    Path image = file("CT");
    assertThat(ask("destination", "pause", "hub")).isZero();
    assertThat(ask("study", "import", image.toString())).isZero();
    while (ask("study", "show", STUDY) != 0) {
      Thread.onSpinWait();
    }
    assertThat(ask("study", "hold", STUDY, "--reason", "wrong patient", "--by", "lan")).isZero();
    assertThat(out)
        .contains("1 instance kept back until the study is released.")
        .contains("What still comes of this study is kept back, too.")
        .endsWith("Undo: gateway spoke study release " + STUDY + "\n");
    assertThat(ask("study", "list", "--state", "held")).isZero();
    assertThat(out).contains("held by lan: wrong patient");
    assertThat(ask("study", "show", STUDY)).isZero();
    assertThat(out).contains("what still comes too").contains("lan: wrong patient");
    assertThat(ask("route", "explain", STUDY)).isZero();
    assertThat(out).contains("held by lan: wrong patient. Once it is released");
    assertThat(ask("study", "send", STUDY)).isEqualTo(1);
    assertThat(err).contains("is held by lan: wrong patient", "gateway spoke study release");
    assertThat(ask("study", "delete", STUDY, "--yes")).isEqualTo(1);

    assertThat(ask("study", "release", STUDY)).isZero();
    assertThat(out).contains("1 instance to be sent");
    assertThat(ask("study", "release", STUDY)).isEqualTo(4);
    assertThat(ask("study", "send", STUDY, "--urgency", "stat")).isZero();
    assertThat(out).contains("1 instance waited already");
    assertThat(ask("study", "list")).isZero();
    assertThat(out).contains("queued");
    assertThat(ask("study", "delete", STUDY, "--yes", "--force")).isZero();
    assertThat(ask("study", "hold", STUDY)).isEqualTo(4);
  }
}
