package org.dicomgateway.spoke.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.testdata.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What docs/operations.md shows is what the commands print of what docs/json.md shows. */
class DocumentedOutputTest {
  private static final String STUDY = "2.25.279012501128250080182778020321919306113";
  private static final String TRACE = "spoke trace " + STUDY;

  private final TimeZone zone = TimeZone.getDefault();
  private Document operations;
  private Map<String, String> answers;
  private HttpServer api;

  @BeforeEach
  void start() throws IOException {
    Document json = Document.read("json.md");
    operations = Document.read("operations.md");
    answers =
        Map.of(
            "/api/status",
            json.blockAfter("`GET /api/status`"),
            "/api/queue",
            json.blockAfter("`GET /api/queue`"),
            "/api/studies/" + STUDY + "/trace",
            json.blockAfter("`GET /api/studies/"));
    api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext("/", this::answer);
    api.start();
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
  }

  @AfterEach
  void stop() {
    TimeZone.setDefault(zone);
    api.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body =
        answers
            .getOrDefault(exchange.getRequestURI().getPath(), "{}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set(ServiceApi.SERVICE, "spoke");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String run(String command) {
    StringWriter out = new StringWriter();
    String url = " --url=http://127.0.0.1:" + api.getAddress().getPort();
    int exitCode =
        Main.commandLine().setOut(new PrintWriter(out, true)).execute((command + url).split(" "));
    assertThat(exitCode).isZero();
    return out.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"spoke status", "spoke queue", TRACE})
  void isWhatTheOperationsGuideShows(String command) {
    String output = run(command);
    assertThat(output).isEqualTo(operations.outputOf("./gateway " + command));
    assertThat(output.lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void fitsEightyColumnsWithEachInstance() {
    String output = run(TRACE + " --instances");
    assertThat(output).contains(STUDY.substring(0, 44), "compressed to 193.2 kB at", "as received");
    assertThat(output.lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void tellsTheStepsAtEachHubUnderItsName() {
    String path = "/api/studies/" + STUDY + "/trace";
    ObjectNode trace = (ObjectNode) JsonMapper.shared().readTree(answers.get(path));
    ArrayNode others = trace.putArray("otherHubs");
    others.addObject().put("name", "second").put("hubError", "").set("hub", trace.path("hub"));
    others.addObject().put("name", "third").put("hubError", "it is off").putNull("hub");
    String one = run(TRACE);
    answers = Map.of(path, trace.toString());

    List<String> more = run(TRACE).lines().toList();

    List<String> before = one.lines().toList();
    List<String> steps = before.subList(before.indexOf("hub") + 1, before.size());
    assertThat(more)
        .containsSubsequence(before)
        .containsSequence(concat(List.of("second (hub)"), steps))
        .contains("third (hub) cannot be asked: it is off")
        .hasSize(before.size() + 1 + steps.size() + 1);
  }

  private static List<String> concat(List<String> first, List<String> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }

  @Test
  void isTheApisAnswerWhereScriptsAsk() {
    assertThat(JsonMapper.shared().readTree(run("spoke status --json")))
        .isEqualTo(JsonMapper.shared().readTree(answers.get("/api/status")));
  }
}
