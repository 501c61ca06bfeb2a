package org.dicomgateway.spoke.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.dicomgateway.spoke.admin.RunningSpoke;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LogCommandTest {
  @TempDir private Path data;
  private RunningSpoke spoke;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void start() throws Exception {
    spoke = RunningSpoke.start(data);
  }

  @AfterEach
  void stop() {
    spoke.close();
  }

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private String url() {
    return "--url=" + spoke.address();
  }

  private void refuseCallers() {
    run("spoke", "modality", "policy", "refuse", url());
  }

  @Test
  void showsWhatTheSpokeToldLast() {
    refuseCallers();
    String peer = "GATEWAY@127.0.0.1:" + spoke.dicomPort();
    run("echo", peer, "--calling-aet", "CT_LOG");
    assertThat(run("spoke", "log", url(), "--level", "warn", "--study", "CT_LOG")).isZero();
    assertThat(out.toString()).contains("WARN  Modalities: CT_LOG (127.0.0.1) is refused");
    assertThat(run("spoke", "log", url(), "--level", "loud")).isEqualTo(1);
    assertThat(err.toString()).contains("'loud' is not one of debug, info, warn, error");
  }

  @Test
  void tellsLimitsAsTheyAreWrittenAndHowToUndoThem() {
    String rules = "05:00-22:00 background 0; mon-fri 07:00-18:00 normal 500";
    assertThat(run("spoke", "destination", "limit", url(), "hub", rules)).isZero();
    assertThat(out.toString())
        .contains("Undo: gateway spoke destination limit hub 'background 0'\n");
    assertThat(run("spoke", "destination", "limit", url(), "hub", "")).isZero();
    assertThat(out.toString())
        .contains("Nothing holds up 'hub' until the spoke restarts.")
        .contains("Undo: gateway spoke destination limit hub '%s'".formatted(rules));
    assertThat(run("spoke", "log", url())).isZero();
    assertThat(out.toString())
        .contains("limits of bandwidth: " + rules, "limits of bandwidth: none")
        .doesNotContain("Limits[");
  }

  @Test
  void followsUntilTheSpokeStops() throws Exception {
    int[] code = new int[1];
    Thread following =
        Thread.startVirtualThread(
            () -> code[0] = run("spoke", "log", url(), "--follow", "--json", "--lines", "0"));
    // Told again and again, until it is followed.
    while (following.isAlive() && !out.toString().contains("\"logger\"")) {
      refuseCallers();
      Thread.sleep(20);
    }
    spoke.close();
    following.join();
    assertThat(err.toString()).contains("the spoke has stopped");
    assertThat(code[0]).isEqualTo(3);
    assertThat(out.toString()).contains("\"level\":\"INFO\"");
  }
}
