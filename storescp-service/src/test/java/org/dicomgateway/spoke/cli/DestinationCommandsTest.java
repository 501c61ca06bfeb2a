package org.dicomgateway.spoke.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dicomgateway.spoke.admin.RunningSpoke;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code gateway spoke destination …} as it is typed. */
@Timeout(120)
class DestinationCommandsTest {
  @TempDir private Path data;
  @TempDir private Path teaching;
  private RunningSpoke spoke;
  private StringWriter out;
  private StringWriter err;

  @BeforeEach
  void start() throws Exception {
    RunningSpoke.fill(data, "1.2", 3);
    spoke = RunningSpoke.start(data);
  }

  @AfterEach
  void stop() {
    spoke.close();
  }

  private int run(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    List<String> all = new ArrayList<>(List.of("spoke"));
    all.addAll(List.of(arguments));
    all.add("--url=" + spoke.address());
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }

  private void done(String... arguments) {
    assertThat(run(arguments)).as(() -> err.toString()).isZero();
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
  }

  private long files() throws Exception {
    try (Stream<Path> all = Files.walk(teaching)) {
      return all.filter(path -> path.toString().endsWith(".dcm")).count();
    }
  }

  @Test
  void bringsAStudyToAFolderWhileTheHubIsDown() throws Exception {
    done("destination", "add", "teaching", "--folder", teaching.toString(), "--why", "lessons");
    assertThat(out.toString())
        .contains("Destination 'teaching' is added: version 1.")
        .contains("Undo: gateway spoke destination rollback 0");
    done("destination", "test", "teaching");
    assertThat(out.toString()).contains("'teaching' takes images");

    done("study", "send", "1.2", "--to", "teaching");
    assertThat(out.toString()).contains("3 instances to be sent");
    while (files() < 3) {
      Thread.sleep(20);
    }
    done("destination", "list");
    assertThat(out.toString()).contains("hub", "teaching", "folder", "up", teaching.toString());
    done("trace", "1.2", "--instances");
    assertThat(out.toString())
        .contains("teaching (folder): 3 delivered", "instance 1.2.3", "teaching: delivered");
    done("status");
    assertThat(out.toString()).contains("To teaching: up, 0 instances to go, 0 parked");
  }

  @Test
  void saysOfEachHubThatCannotBeAskedWhyNot() throws Exception {
    Path token = Files.writeString(data.resolve("second.token"), "t");
    done(
        "destination",
        "add",
        "second",
        "--hub",
        "http://127.0.0.1:9",
        "--site",
        "clinic",
        "--bearer-file",
        token.toString());
    assertThat(run("trace", "1.9")).isEqualTo(4);
    assertThat(err.toString())
        .contains("and the hub cannot be asked: nobody answers at its address; second cannot be");

    done("study", "send", "1.2", "--to", "second");
    do {
      done("trace", "1.2");
    } while (!out.toString().contains("second (hub): "));
    assertThat(out.toString())
        .contains("The hub cannot be asked: nobody answers at its address")
        .contains("second (hub) cannot be asked: nobody answers at its address");
    done("trace", "1.2", "--instances");
    assertThat(run("trace", "1.2", "--json")).isZero();
    assertThat(out.toString()).contains("\"otherHubs\":[{\"name\":\"second\",\"hub\":null");
  }

  @Test
  void removesOnlyWhatNothingNeeds() throws Exception {
    done("destination", "add", "teaching", "--folder", teaching.toString());
    done("destination", "pause", "teaching");
    assertThat(out.toString()).contains("Undo: gateway spoke destination resume teaching");
    done("route", "add", "all", "--send", "hub,teaching");
    assertThat(run("route", "test", data.resolve("spoke.lock").toString())).isEqualTo(1);
    assertThat(err.toString()).doesNotContain("there is no destination");
    assertThat(run("destination", "remove", "teaching")).isEqualTo(1);
    assertThat(err.toString()).contains("cannot be removed: rule 'all' sends to it");
    done("route", "remove", "all");
    done("study", "send", "1.2", "--to", "teaching");
    do {
      done("queue", "--destination", "teaching");
    } while (!out.toString().contains("1.2 to teaching"));
    assertThat(out.toString()).contains("paused", "3 instances to go");
    assertThat(run("destination", "remove", "teaching")).isEqualTo(1);
    assertThat(err.toString()).contains("'teaching' has not got 3 instances", "--force");
    done("destination", "remove", "teaching", "--force");
    assertThat(out.toString())
        .contains("study list --state unrouted", "study send STUDY --to NAME", "Undo: gateway");
    done("destination", "list");
    assertThat(out.toString()).doesNotContain("teaching");
    done("destination", "history");
    assertThat(out.toString()).contains("Destination 'teaching' is removed");
  }

  @Test
  void refusesARouteToADestinationThatThereIsNot() {
    assertThat(run("route", "add", "all", "--send", "nowhere")).isEqualTo(1);
    assertThat(err.toString()).contains("there is no destination 'nowhere'; there are hub");
    assertThat(run("study", "send", "1.2", "--to", "nowhere")).isEqualTo(4);
    assertThat(err.toString()).contains("there is no destination 'nowhere'");
    assertThat(run("destination", "test", "nowhere")).isEqualTo(4);
    for (String verb : List.of("queue", "pause", "resume", "retry")) {
      assertThat(run(verb, "--destination", "nowhere")).isEqualTo(4);
      assertThat(err.toString()).contains("there is no destination 'nowhere' that runs");
    }
    assertThat(run("destination", "remove", "nowhere")).isEqualTo(4);
  }

  @Test
  void limitsAndShowsTheFile() {
    done(
        "destination",
        "add",
        "pacs",
        "--dicom=PACS@127.0.0.1:9",
        "--hours=mon-fri 19:00-06:00",
        "--tls",
        "--limits=normal 500");
    done("destination", "limit", "pacs", "daily 07:00-18:00 normal 100");
    done("destination", "show");
    assertThat(out.toString())
        .contains("ae-title: 'PACS'", "tls: yes", "- 'mon-fri 19:00-06:00'")
        .contains("limits: 'daily 07:00-18:00 normal 100'")
        .doesNotContain("normal 500");
    assertThat(run("destination", "limit", "pacs", "a bit")).isEqualTo(1);
    assertThat(err.toString()).contains("cannot be used, those before still hold", "line ");
    assertThat(run("destination", "test", "pacs")).isEqualTo(1);
    assertThat(err.toString()).contains("'pacs' takes no images");
  }

  @Test
  void saysWhatToDoInSentences() {
    assertThat(run("destination", "test", "hub")).isEqualTo(1);
    assertThat(err.toString()).containsPattern("'hub' takes no images: .*[.] See whether .*[.]\n$");
  }
}
