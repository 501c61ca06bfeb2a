package org.dicomgateway.spoke.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.spoke.admin.RunningSpoke;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Studies in from files and out to them, as it is typed. */
@Timeout(120)
class StudyFilesTest {
  private static final String STUDY = "1.2.840.99.8";

  @TempDir private Path folder;
  private Path files;
  private RunningSpoke spoke;
  private String out;
  private String err;

  @BeforeEach
  void start() throws Exception {
    spoke = RunningSpoke.start(folder.resolve("data"));
    files = Files.createDirectories(folder.resolve("cd").resolve("images")).getParent();
    for (int i = 1; i <= 3; i++) {
      Files.write(files.resolve("images").resolve("I" + i), SpoolFixture.part10(image(i)));
    }
  }

  private static Attributes image(int number) {
    return SpoolFixture.image(STUDY, STUDY + "." + number, 70_000 * number)
        .setString(Tag.Modality, VR.CS, "CT");
  }

  @AfterEach
  void stop() {
    spoke.close();
  }

  private int ask(String noun, String verb, String... arguments) {
    return askAt(spoke.address().toString(), noun, verb, arguments);
  }

  private int askAt(String url, String noun, String verb, String... arguments) {
    List<String> all = new ArrayList<>(List.of("spoke", noun, verb, "--url=" + url));
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
    return code;
  }

  /** Until what is decided of them is written down, just behind the acknowledgement. */
  private void importFiles() throws Exception {
    assertThat(ask("study", "import", files.toString())).isZero();
    String said = out;
    String path = "/api/studies/" + STUDY + "/instances";
    while (spoke.send("GET", path).body().split("sopInstanceUid").length <= 3) {
      Thread.onSpinWait();
    }
    out = said;
  }

  @Test
  void takesFilesAsIfAModalityHadSentThem() throws Exception {
    ask("route", "add", "ct", "--when", "modality: CT", "--hold", "look first");

    importFiles();
    assertThat(out)
        .contains(STUDY + "  3 instances", "3 taken, 0 failed, 0 left out")
        .contains("Undo: gateway spoke study delete");
    assertThat(ask("study", "list")).isZero();
    assertThat(out).contains(STUDY, "held");
    assertThat(ask("route", "explain", STUDY)).isZero();
    assertThat(out).contains("modality is CT");
  }

  @Test
  void takesTheOthersWhereAFileIsBad() throws Exception {
    byte[] whole = SpoolFixture.part10(image(4));
    Files.write(files.resolve("cut.dcm"), Arrays.copyOf(whole, 300));
    Files.writeString(files.resolve("readme.txt"), "a viewer");
    Files.writeString(files.resolve("DICOMDIR"), "not looked at");

    assertThat(ask("study", "import", files.toString(), folder.resolve("none").toString()))
        .isEqualTo(1);
    assertThat(out)
        .contains("Not taken: " + files.resolve("cut.dcm"))
        .contains("Not taken: " + folder.resolve("none"), "there is no such file")
        .contains("3 taken, 2 failed, 2 left out");
    assertThat(ask("study", "import", "--json", files.resolve("readme.txt").toString()))
        .isEqualTo(1);
    assertThat(out).contains("\"studies\":{}", "readme.txt");
  }

  @Test
  void listsAndShowsHowStudiesStand() throws Exception {
    ask("route", "add", "two", "--when", "size: { to: 150k }", "--send", "hub");
    importFiles();

    assertThat(ask("study", "list")).isZero();
    assertThat(out)
        .contains(STUDY + "  Nguyen^Van An", "a person", "CT", "mixed", "1 unrouted, 2 queued")
        .contains("no rule says where it goes", "gateway spoke study release STUDY");
    assertThat(out.lines()).allMatch(line -> line.length() <= 80);
    assertThat(ask("study", "list", "--state", "held")).isZero();
    assertThat(out).contains("no such study");
    assertThat(ask("study", "list", "--state", "queued", "--since", "1h", "--modality", "CT"))
        .isZero();
    assertThat(out).contains(STUDY);
    assertThat(ask("study", "list", "--modality", "US")).isZero();
    assertThat(out).doesNotContain(STUDY);
    assertThat(ask("study", "list", "--since", "yesterday")).isEqualTo(2);
    assertThat(err).contains("'yesterday' is no time; write 90m");
    assertThat(ask("study", "list", "--state", "lost")).isEqualTo(2);

    assertThat(ask("study", "show", STUDY, "--instances")).isZero();
    assertThat(out)
        .contains("Patient   Nguyen^Van An", "State     1 unrouted, 2 queued of 3 instances")
        .contains(STUDY + ".1\n", "DESTINATION", "by 'two'");
    assertThat(out.lines()).allMatch(line -> line.length() <= 80);
    assertThat(ask("study", "show", "1.9")).isEqualTo(4);
  }

  @Test
  void deletesForGoodOnlyWhatItIsToldTo() throws Exception {
    importFiles();

    assertThat(ask("study", "delete", STUDY)).isEqualTo(2);
    assertThat(err).contains("say --yes");
    assertThat(ask("study", "delete", STUDY, "--yes")).isEqualTo(1);
    assertThat(err).contains("3 of 3 instances", "would be lost for good", "--force");
    assertThat(ask("study", "show", STUDY)).isZero();

    assertThat(ask("study", "delete", STUDY, "--yes", "--force")).isZero();
    assertThat(out).contains("3 instances deleted. This cannot be undone.");
    assertThat(ask("study", "show", STUDY)).isEqualTo(4);
    assertThat(ask("study", "delete", STUDY, "--yes")).isEqualTo(4);
    assertThat(count(folder.resolve("data").resolve("spool"))).isZero();
  }

  @Test
  void writesOutWhatCameInByteForByte() throws Exception {
    importFiles();
    Path folderOut = folder.resolve("out");

    assertThat(ask("study", "export", STUDY, folderOut.toString())).isZero();
    assertThat(out).contains("3 instances");
    for (int i = 1; i <= 3; i++) {
      assertThat(folderOut.resolve(STUDY + ".1").resolve(STUDY + "." + i + ".dcm"))
          .hasBinaryContent(SpoolFixture.part10(image(i)));
    }
    assertThat(ask("study", "export", STUDY, folderOut.toString())).isEqualTo(1);
    assertThat(err).contains("is there already");
    assertThat(count(folderOut)).isEqualTo(3);

    Path zip = folder.resolve("study.zip");
    assertThat(ask("study", "export", STUDY, "--zip", zip.toString())).isZero();
    try (ZipFile read = new ZipFile(zip.toFile())) {
      assertThat(read.size()).isEqualTo(3);
      var entry = read.getEntry(STUDY + ".1/" + STUDY + ".3.dcm");
      assertThat(read.getInputStream(entry)).hasBinaryContent(SpoolFixture.part10(image(3)));
    }
    assertThat(ask("study", "export", STUDY, "--zip", zip.toString())).isEqualTo(1);
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    assertThat(ask("study", "export", "1.9", folder.resolve("x").toString())).isEqualTo(4);
    assertThat(err).contains("nothing of study 1.9 is in this spoke");
    assertThat(ask("study", "export", STUDY)).isEqualTo(2);
    assertThat(askAt("http://127.0.0.1:9", "study", "import", files.toString())).isEqualTo(3);
    assertThat(err).contains("Does it run?");
    importFiles();
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(ask("study", "export", STUDY, file.toString())).isEqualTo(1);
    assertThat(err).contains("cannot write");
  }

  @Test
  void refusesFilesWhereTheDiskIsFull() throws Exception {
    spoke.close();
    spoke = RunningSpoke.start(folder.resolve("data"), Map.of("min-free-mib", "1000000000"));

    assertThat(ask("study", "import", files.toString())).isEqualTo(1);
    assertThat(out).contains("must stay free", "Make room", "0 taken, 3 failed");
  }
}
