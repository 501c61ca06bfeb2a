package org.dicomgateway.spoke.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.dicomgateway.spoke.admin.RunningSpoke;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that ask a running spoke, as they are typed; its hub does not answer. */
@Timeout(120)
class ServiceCommandsTest {
  private static final String STUDY =
      "2.25.279012501128250080182778020321919306113000000000000000000000";
  @TempDir static Path data;
  private static RunningSpoke spoke;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void start() throws Exception {
    RunningSpoke.fill(data, STUDY.substring(0, 60), 3);
    spoke = RunningSpoke.start(data);
    while (!queued() || !spoke.send("GET", "/api/status").body().contains("\"DOWN\"")) {
      Thread.sleep(20);
    }
  }

  private static boolean queued() throws Exception {
    JsonNode queue = JsonMapper.shared().readTree(spoke.send("GET", "/api/queue").body());
    return queue.path("total").path("count").asInt() == 3;
  }

  @AfterAll
  static void stop() {
    spoke.close();
  }

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private int ask(String command, String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "spoke";
    all[1] = command;
    all[2] = "--url=" + spoke.address();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return run(all);
  }

  @Test
  void listsWhatWaitsAndWhyOnEightyColumns() {
    assertThat(ask("queue")).isZero();
    assertThat(out.toString())
        .contains(STUDY.substring(0, 60), "normal", "line down", "3 instances to go")
        .contains("Limit    background: nothing passes until it is changed", "'background 0'");
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
    assertThat(out.toString()).doesNotContain("\u001b");
  }

  @Test
  void tellsHowTheSpokeStands() {
    assertThat(ask("status")).isZero();
    assertThat(out.toString())
        .contains(
            "Spoke GATEWAY of site bv-song-lam", "Line     down since", "instances are refused")
        .contains("Limit    background: nothing passes until it is changed", "'background 0'");
  }

  @Test
  void printsTheApisAnswerForScripts() throws Exception {
    assertThat(ask("queue", "--json")).isZero();
    JsonNode queue = JsonMapper.shared().readTree(out.toString());
    assertThat(queue.path("total").path("count").asInt()).isEqualTo(3);
  }

  @Test
  void tracesAStudyAndItsInstances() {
    String study = STUDY.substring(0, 60);
    assertThat(ask("trace", study, "--instances")).isZero();
    assertThat(out.toString())
        .contains("received", "3 instances", "normal to hub", "as received", study + ".2")
        .contains("The hub cannot be asked");
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void pausesAndResumesAndSaysHowToUndoIt() {
    assertThat(ask("pause")).isZero();
    assertThat(out.toString()).contains("Sending is paused since", "gateway spoke resume");
    assertThat(ask("status")).isZero();
    assertThat(out.toString()).contains("Sending  paused since");
    assertThat(ask("resume")).isZero();
    assertThat(out.toString()).contains("Sending goes on");
  }

  @Test
  void saysThatNothingIsParked() {
    assertThat(ask("retry")).isZero();
    assertThat(out.toString()).contains("Nothing is parked");
    assertThat(ask("retry", "1.9")).isEqualTo(4);
    assertThat(err.toString()).contains("nothing parked of study 1.9");
  }

  @Test
  void saysWhichStudyIsNotThere() {
    assertThat(ask("trace", "1.9")).isEqualTo(4);
    assertThat(err.toString()).contains("spoke trace: nothing of study 1.9 is in this spoke");
  }

  @Test
  void saysThatTheServiceDoesNotRun() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    assertThat(run("spoke", "queue", "--url", "http://127.0.0.1:" + port)).isEqualTo(3);
    assertThat(err.toString())
        .contains("no spoke at http://127.0.0.1:" + port, "Does it run?", "--url");
  }

  @Test
  void saysThatSomethingElseListensThere() throws Exception {
    var other = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    other.start();
    try {
      String url = "http://127.0.0.1:" + other.getAddress().getPort();
      assertThat(run("spoke", "status", "--url", url)).isEqualTo(3);
      assertThat(err.toString()).contains("something else than a spoke answers (HTTP 404)");
    } finally {
      other.stop(0);
    }
  }

  @Test
  void callsAnAddressThatIsNoneWrongUsage() {
    assertThat(run("spoke", "status", "--url", "localhost")).isEqualTo(2);
    assertThat(err.toString()).contains("'localhost' is no address: write it as http://host:port");
  }

  @ParameterizedTest
  @ValueSource(strings = {"queue", "status", "retry", "pause", "resume", "trace"})
  void showsAnExampleInEveryHelp(String command) {
    assertThat(run("spoke", command, "--help")).isZero();
    assertThat(out.toString()).contains("Example", "gateway spoke " + command, "--json", "--url");
  }
}
