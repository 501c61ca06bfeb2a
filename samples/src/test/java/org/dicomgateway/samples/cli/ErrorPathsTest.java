package org.dicomgateway.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * What commands of the samples refuse before they begin, taken from the command line's own model: a
 * new one has to be given here what it is typed with.
 */
@Timeout(60)
class ErrorPathsTest {
  /** What each needs to be typed with, but for where it works. */
  private static final Map<String, String> MEASUREMENTS =
      Map.of(
          "bench ingest", "",
          "bench line", "--rate-kbit 1000",
          "bench urgency", "--rate-kbit 4000 --background-mb 40",
          "bench live", "--rate-kbit 4000 --background-mb 40",
          "bench codec", "",
          "bench cuts", "",
          "bench attack", "");

  private static final Set<String> OWN_WAY = Set.of("demo", "generate", "badline", "bench routes");

  private record Row(String typed, int exitCode, String... said) {
    @Override
    public String toString() {
      return typed;
    }
  }

  @TempDir static Path folder;
  private static ServerSocket taken;

  @BeforeAll
  static void start() throws Exception {
    Files.writeString(folder.resolve("file"), "no folder");
    Files.createDirectory(folder.resolve("empty"));
    Path study = Files.createDirectories(folder.resolve("full/01-CT"));
    Files.createSymbolicLink(study.resolve("CT0001.dcm"), Path.of("/dev/full"));
    taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterAll
  static void stop() throws Exception {
    taken.close();
  }

  private static void assertEnds(String typed, int exitCode, String... words) {
    StringWriter said = new StringWriter();
    String[] arguments =
        Arrays.stream(typed.strip().split(" +"))
            .map(word -> word.replace("FOLDER", folder.toString()))
            .map(word -> word.replace("TAKEN", "" + taken.getLocalPort()))
            .toArray(String[]::new);
    int code =
        Main.commands()
            .setOut(new PrintWriter(said, true))
            .setErr(new PrintWriter(said, true))
            .execute(arguments);
    String text = said.toString().replaceAll("\\s+", " ");
    assertThat(code).as("%s: %s", typed, text).isEqualTo(exitCode);
    assertThat(text).as(typed).contains(Arrays.asList(words)).doesNotContain("Exception");
    assertThat(said.toString().lines().count()).as(typed).isLessThanOrEqualTo(2);
  }

  @Test
  void everyCommandIsTriedHere() {
    Set<String> known = new TreeSet<>(MEASUREMENTS.keySet());
    known.addAll(OWN_WAY);
    assertThat(leaves(Main.commands(), "")).as("commands without a row here").isEqualTo(known);
    List<String> typed = rows().map(Row::typed).toList();
    for (String command : OWN_WAY) {
      assertThat(typed).as(command).anyMatch(row -> row.startsWith(command));
    }
  }

  private static Set<String> leaves(CommandLine command, String path) {
    Set<String> leaves = new TreeSet<>();
    command
        .getSubcommands()
        .forEach(
            (name, its) -> {
              String whole = (path + " " + name).strip();
              leaves.addAll(its.getSubcommands().isEmpty() ? Set.of(whole) : leaves(its, whole));
            });
    return leaves;
  }

  @ParameterizedTest
  @MethodSource("measurements")
  void saysWhereItCannotWork(String command) {
    String typed = command + " " + MEASUREMENTS.get(command);
    assertEnds(typed, 2, "--work", "--help");
    assertEnds(typed + " --work FOLDER", 2, "is not empty");
    assertEnds(typed + " --work FOLDER/file", 2, "is not a folder");
    assertEnds(typed + " --work /proc/none/here", 1, "/proc/none");
    assertEnds(typed + " --work FOLDER/new --no-such-option", 2, "--no-such-option", "--help");
  }

  static Stream<String> measurements() {
    return new TreeSet<>(MEASUREMENTS.keySet()).stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void saysWhatIsWrong(Row row) {
    assertEnds(row.typed(), row.exitCode(), row.said());
  }

  static Stream<Row> rows() {
    return Stream.of(
        new Row("demo --studies FOLDER/none", 2, "--studies: no folder"),
        new Row("demo --data FOLDER/file", 2, "--data:", "is not a folder"),
        new Row("demo --data /proc/none/here", 1, "/proc/none"),
        new Row("demo --data FOLDER/demo --studies FOLDER/empty", 1, "no DICOM instances below"),
        new Row("demo --data FOLDER/demo --port many", 2, "'many' is no port"),
        new Row("demo --data FOLDER/demo --port 70000", 2, "'70000' is no port"),
        new Row("demo --data FOLDER/demo --port TAKEN", 1, "cannot listen on", "another", "--port"),
        new Row("generate", 2, "--out"),
        new Row("generate --out FOLDER/new --studies 0", 2, "--studies must be 1 or more"),
        new Row("generate --out FOLDER/new --studies many", 2, "'many' is not an int"),
        new Row("generate --out FOLDER/new --slices 0", 2, "--slices must be 1 to"),
        new Row("generate --out FOLDER/file", 2, "--out:", "is not a folder"),
        new Row("generate --out FOLDER/full --studies 1", 1, "No space left", "free room"),
        new Row("generate --out /proc/none/here", 1, "/proc/none"),
        new Row("badline --to 127.0.0.1:1", 2, "--listen"),
        new Row("badline --listen 70000 --to 127.0.0.1:1", 2, "'70000' is no port"),
        new Row("badline --listen TAKEN --to 127.0.0.1:1", 1, "cannot listen on", "--listen"),
        new Row("badline --listen 0 --to nowhere", 2, "--to: HOST:PORT, not nowhere"),
        new Row("badline --listen 0 --to :80", 2, "--to: HOST:PORT"),
        new Row("badline --listen 0 --to a:1 --down often", 2, "--down: such as 10s:5s"),
        new Row("badline --listen 0 --to a:1 --stall-percent 100", 2, "0 to less than 100"),
        new Row("badline --listen 0 --to a:1 --cut-kinds odd", 2, "--cut-kinds"),
        new Row("bench routes --instances 5", 2, "--instances", "--help"),
        new Row("bench codec --work FOLDER/new --studies FOLDER/none", 2, "--studies: no folder"));
  }
}
