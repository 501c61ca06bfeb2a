package org.dicomgateway.spoke.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dicomgateway.spoke.admin.RunningSpoke;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.dicomgateway.testdata.Document;
import org.dicomgateway.testdata.JsonExample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code gateway spoke modality …} as it is typed, and what modalities see of it. */
@Timeout(120)
class ModalityCommandsTest {
  @TempDir private Path data;
  @TempDir private Path files;
  private RunningSpoke spoke;
  private StringWriter out;
  private StringWriter err;

  @BeforeEach
  void start() throws Exception {
    spoke = RunningSpoke.start(data);
  }

  @AfterEach
  void stop() {
    spoke.close();
  }

  private int run(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private int modality(String verb, String... arguments) {
    List<String> all = new ArrayList<>(List.of("spoke", "modality", verb));
    all.add("--url=" + spoke.address());
    all.addAll(List.of(arguments));
    return run(all.toArray(String[]::new));
  }

  private int call(String aeTitle) {
    return run("echo", "GATEWAY@127.0.0.1:" + spoke.dicomPort(), "--calling-aet", aeTitle);
  }

  @Test
  void refuseWhoIsNotKnownFromTheNextAssociationOn() {
    assertThat(call("CT9")).isZero();
    assertThat(modality("policy", "refuse")).isZero();
    assertThat(out.toString())
        .contains("Unknown modalities: refuse", "Undo: gateway spoke modality policy accept");
    assertThat(call("CT9")).isEqualTo(5);
    assertThat(err.toString()).contains("calling AE title not recognized");
    assertThat(modality("list")).isZero();
    assertThat(out.toString()).contains("(unknown)", "CT9", "refused 1 association");
    assertThat(modality("add", "CT 9", "--ae-title", "CT9", "--address", "127.0.0.0/8")).isZero();
    assertThat(out.toString()).contains("Undo: gateway spoke modality remove 'CT 9'");
    assertThat(call("CT9")).isZero();
    assertThat(modality("list")).isZero();
    assertThat(out.toString()).contains("CT 9", "127.0.0.1").doesNotContain("refused 1");
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void whyAStrangersStudyIsHeldIsExplained() throws Exception {
    Path file = files.resolve("image.dcm");
    Files.write(file, SpoolFixture.part10(SpoolFixture.image("1.2.7", "1.2.7.1", 100)));
    modality("policy", "hold");
    String peer = "GATEWAY@127.0.0.1:" + spoke.dicomPort();
    assertThat(run("send", peer, file.toString(), "--calling-aet", "CT9")).isZero();

    String url = "--url=" + spoke.address();
    assertThat(run("spoke", "route", "explain", "1.2.7", url)).isZero();
    assertThat(out.toString())
        .contains("held: unknown modality CT9 (127.0.0.1). Once it is released,")
        .contains("gateway spoke study release 1.2.7", "so: to hub, normal");
    assertThat(run("spoke", "study", "release", "1.2.7", url)).isZero();
    assertThat(run("spoke", "route", "explain", "1.2.7", url)).isZero();
    assertThat(out.toString()).contains("so: to hub, normal").doesNotContain("held");
  }

  @Test
  void sayHowToUndoARemoval() {
    String[] ct = {"CT 9", "--ae-title=CT9", "--address=10.1.2.3", "--port=104"};
    assertThat(modality("add", ct)).isZero();
    assertThat(modality("remove", "CT 9")).isZero();
    assertThat(out.toString())
        .contains(
            "Undo: gateway spoke modality add 'CT 9' --ae-title CT9 --address 10.1.2.3 --port 104");
    assertThat(modality("remove", "CT 9")).isEqualTo(4);
    assertThat(err.toString()).contains("there is no modality 'CT 9'");
  }

  @Test
  void askAModalityWhetherItIsThere() {
    String own = "--port=" + spoke.dicomPort();
    modality("add", "itself", "--ae-title=GATEWAY", "--address=127.0.0.1", own);
    assertThat(modality("test", "itself")).isZero();
    assertThat(out.toString()).contains("GATEWAY@127.0.0.1", "success", " ms");
    modality("add", "other", "--ae-title=OTHER", "--address=127.0.0.1", own);
    assertThat(modality("test", "other")).isEqualTo(5);
    assertThat(err.toString()).contains("called AE title not recognized", "make AE title GATEWAY");
    modality("add", "gone", "--ae-title=GONE", "--address=127.0.0.1", "--port=9");
    assertThat(modality("test", "gone")).isEqualTo(3);
    assertThat(err.toString()).contains("Is it switched on").containsOnlyOnce("GONE@127.0.0.1:9");
    modality("add", "silent", "--ae-title=SILENT");
    assertThat(modality("test", "silent")).isEqualTo(1);
    assertThat(err.toString()).contains("needs one address and a port");
    assertThat(modality("test", "nobody")).isEqualTo(4);
  }

  @Test
  void goBackToAnOlderVersion() {
    assertThat(modality("history")).isZero();
    assertThat(out.toString()).contains("No modalities were ever written");
    modality("add", "CT 9", "--ae-title=CT9", "--address=10.1.2.3", "--port=104");
    modality("policy", "refuse", "--why=only the CT", "--by=officer");
    modality("remove", "CT 9");
    assertThat(modality("history")).isZero();
    assertThat(out.toString().lines().skip(1))
        .satisfiesExactly(
            newest -> assertThat(newest).contains("3", "remove 'CT 9'"),
            second -> assertThat(second).contains("2", "officer", "only the CT"),
            first -> assertThat(first).contains("1", "add 'CT 9'"));
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);

    assertThat(modality("rollback", "2")).isZero();
    assertThat(out.toString())
        .contains("The modalities of version 2 hold again: version 4, 1 modality.")
        .contains("Unknown modalities: refuse", "Undo: gateway spoke modality rollback 3");
    assertThat(call("OTHER")).isEqualTo(5);
    assertThat(modality("list")).isZero();
    assertThat(out.toString()).contains("CT 9", "10.1.2.3");

    assertThat(modality("rollback", "0")).isZero();
    assertThat(out.toString()).contains("0 modalities", "accept", "rollback 4");
    assertThat(call("OTHER")).isZero();
    assertThat(modality("rollback", "99")).isEqualTo(4);
    assertThat(err.toString()).contains("there is no version 99 of the modalities");
  }

  @Test
  void keepWhatIsKnownIfAVersionCannotBeUsed() throws Exception {
    modality("add", "CT 9", "--ae-title=CT9");
    Files.writeString(data.resolve("modalities/000002.yaml"), "modalities: [ { name: x } ]");
    assertThat(modality("rollback", "2")).isEqualTo(1);
    assertThat(err.toString()).contains("what was known still is", "line 1", "'ae-title: …'");
    assertThat(modality("list")).isZero();
    assertThat(out.toString()).contains("CT9");
  }

  @Test
  void answerScriptsAsIsDocumented() throws Exception {
    modality("add", "CT 9", "--ae-title=CT9", "--address=127.0.0.1", "--port=104");
    call("CT9");
    assertThat(modality("list", "--json")).isZero();
    String documented = Document.read("json.md").blockAfter("`GET /api/modalities`");
    JsonExample example = new JsonExample(JsonMapper.shared().readTree(documented));
    assertThat(example.differences(JsonMapper.shared().readTree(out.toString()))).isEmpty();
  }

  @Test
  void sayWhatMakesNoSense() {
    assertThat(modality("add", "x", "--ae-title", "A TITLE FAR TOO LONG")).isEqualTo(1);
    assertThat(err.toString()).contains("is not an AE title");
    assertThat(modality("add", "x", "--ae-title", "X", "--address", "host.example")).isEqualTo(1);
    assertThat(err.toString()).contains("write 10.1.2.3 or 10.1.0.0/16");
    assertThat(modality("policy", "maybe")).isEqualTo(1);
    assertThat(err.toString()).contains("not one of accept, hold, refuse");
    assertThat(modality("add", "x")).isEqualTo(2);
  }
}
