package org.dicomgateway.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dicomgateway.hub.config.HubServer;
import org.dicomgateway.hub.config.HubSettings;
import org.dicomgateway.hub.testsite.Certificate;
import org.dicomgateway.hub.testsite.TestPack;
import org.dicomgateway.hub.testsite.TusClient;
import org.dicomgateway.hub.testsite.WholeHub;
import org.dicomgateway.settings.SettingSources;
import org.dicomgateway.testdata.FullDisk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * Every way a command of the hub fails: what was wrong, what to do, exit code. Commands are taken
 * from the command line's own model: a new one has to be given here what it is typed with, and the
 * ways that it alone fails.
 */
@Timeout(180)
class ErrorPathsTest {
  /** What each command that asks the hub needs to be typed with. */
  private static final Map<String, String> TYPED =
      Map.of(
          "hub status", "",
          "hub site list", "",
          "hub site show", "hospital-a",
          "hub study list", "",
          "hub study show", "1.2",
          "hub trace", "1.2");

  /** Those that ask no hub: rows of their own. */
  private static final Set<String> OWN_WAY =
      Set.of("hub serve", "hub token", "hub site add", "hub reindex");

  private static final String TOKEN = "0123456789abcdef0123";

  /** A way to fail: the command as it is typed, its exit code, and what it says. */
  private record Row(String typed, int exitCode, String... said) {
    @Override
    public String toString() {
      return typed;
    }
  }

  @TempDir static Path folder;
  private static WholeHub hub;
  private static HubServer secured;
  private static HttpServer stranger;
  private static ServerSocket silent;

  private final PrintStream stdout = System.out;
  private final PrintStream stderr = System.err;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeAll
  static void start() throws Exception {
    Files.writeString(folder.resolve("text.txt"), "no PEM");
    Files.writeString(folder.resolve("short.token"), "short\n");
    Files.createFile(
        folder.resolve("forbidden"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("---------")));
    Files.writeString(folder.resolve("broken.yaml"), "objectstore: x\n");
    Path broken = Files.createDirectory(folder.resolve("broken"));
    Files.writeString(broken.resolve("sites.json"), "{ no sites");
    Files.writeString(broken.resolve("index.db"), "no database ".repeat(200));
    hub = new WholeHub(folder.resolve("data"));
    try (TusClient site = hub.site("hospital-a")) {
      site.deliver(new TestPack(folder, "hospital-a", "1.2").image("1.2.1", "1.2.1.1", 1));
    }
    secured = secured();
    stranger = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    stranger.createContext("/", exchange -> answer(exchange, ""));
    stranger.createContext("/spoke/", exchange -> answer(exchange, "spoke"));
    stranger.start();
    silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  private static HubServer secured() throws Exception {
    Certificate certificate = Certificate.make(folder);
    Path token = Files.writeString(folder.resolve("admin.token"), TOKEN + "\n");
    return HubServer.start(
        new HubSettings(
            folder.resolve("secured"),
            0,
            HubSettings.LOOPBACK,
            Optional.of(new HubSettings.Tls(certificate.certificate(), certificate.key())),
            Optional.of(token),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private static void answer(HttpExchange exchange, String service) throws IOException {
    exchange.getRequestBody().readAllBytes();
    if (!service.isEmpty()) {
      exchange.getResponseHeaders().add("Gateway-Service", service);
    }
    exchange.sendResponseHeaders(404, -1);
    exchange.close();
  }

  @AfterAll
  static void stop() throws Exception {
    hub.close();
    secured.close();
    stranger.stop(0);
    silent.close();
  }

  @BeforeEach
  void capture() {
    System.setOut(new PrintStream(said, true));
    System.setErr(new PrintStream(said, true));
  }

  @AfterEach
  void release() {
    System.setOut(stdout);
    System.setErr(stderr);
  }

  private static int run(String typed) {
    String[] words = typed.strip().split(" +");
    return Main.run(
        Map.of(), Arrays.stream(words).map(ErrorPathsTest::filled).toArray(String[]::new));
  }

  private static String filled(String word) {
    return word.replace("FORBIDDEN", forbidden().toString())
        .replace("FOLDER", folder.toString())
        .replace("TAKEN", "" + silent.getLocalPort())
        .replace("URL", hub.url());
  }

  /** A file that whoever runs this may not read: of some of the kernel's root may not either. */
  private static Path forbidden() {
    Path own = folder.resolve("forbidden");
    return Files.isReadable(own) ? Path.of("/sys/bus/platform/drivers_probe") : own;
  }

  private void assertEnds(String typed, int exitCode, String... words) {
    said.reset();
    int code = run(typed);
    String text = said.toString().replaceAll("\\s+", " ");
    assertThat(code).as("%s: %s", typed, text).isEqualTo(exitCode);
    assertThat(text).as(typed).contains(Arrays.asList(words));
    assertThat(text).as(typed).doesNotContain("Exception", "\tat ");
  }

  @Test
  void everyCommandIsTriedHere() {
    Set<String> known = new TreeSet<>(TYPED.keySet());
    known.addAll(OWN_WAY);
    CommandLine all = Main.commandLine(new SettingSources(Map.of(), Map.of(), Map.of()));
    assertThat(leaves(all, "")).as("commands without a row here").isEqualTo(known);
    List<String> typed = rows().map(Row::typed).toList();
    for (String command : known) {
      boolean takesNothing = TYPED.getOrDefault(command, "some").isEmpty();
      assertThat(takesNothing || typed.stream().anyMatch(row -> row.startsWith(command)))
          .as("'%s' takes arguments, and no row tells how they can be wrong", command)
          .isTrue();
    }
  }

  private static Set<String> leaves(CommandLine command, String path) {
    Set<String> leaves = new TreeSet<>();
    command
        .getSubcommands()
        .forEach(
            (name, its) -> {
              String whole = (path + " " + name).strip();
              if (!its.getSubcommands().isEmpty()) {
                leaves.addAll(leaves(its, whole));
              } else if (!its.getCommandSpec().usageMessage().hidden()) {
                leaves.add(whole);
              }
            });
    return leaves;
  }

  @ParameterizedTest
  @MethodSource("commandsThatAsk")
  void saysWhyTheHubCannotBeAsked(String command) {
    String typed = command + " " + TYPED.get(command) + " --url ";
    assertEnds(typed + "http://127.0.0.1:9", 3, "no hub at", "Does it run?", "gateway hub serve");
    assertEnds(typed + "http://no.such.host.invalid:80", 3, "no hub at", "--url");
    String other = "http://127.0.0.1:" + stranger.getAddress().getPort();
    assertEnds(typed + other, 3, "something else than a hub answers", "Is the port right?");
    assertEnds(typed + other + "/spoke", 3, "a spoke answers, not a hub");
    assertEnds(typed + hub.url().replace("http:", "https:"), 3, "does not speak https");
    assertEnds(typed + "nonsense", 2, "is no address", "http://host:port");
    assertEnds(command + " --no-such-option", 2, "--help");
    assertEnds(typed + "URL --timeout soon", 2, "'soon' is not an int");
  }

  @ParameterizedTest
  @MethodSource("commandsThatAsk")
  void saysWhyAHubThatIsNotOpenCannotBeAsked(String command) {
    String typed = command + " " + TYPED.get(command) + " --url " + secured.url();
    String trusting = typed + " --ca FOLDER/hub.pem";
    assertEnds(typed.replace("https:", "http:"), 3, "https is spoken", "write https://");
    assertEnds(typed, 3, "is not trusted", "--ca");
    assertEnds(typed + " --ca FOLDER/none.pem", 1, "none.pem: there is no such file");
    assertEnds(typed + " --ca FORBIDDEN", 5, "no right to use it");
    assertEnds(trusting + " --token-file FORBIDDEN", 5, "no right to use it");
    assertEnds(trusting, 5, "this hub asks for its admin token", "gateway hub token", "--token");
    assertEnds(trusting + " --token wrong", 5, "this is not the admin token of this hub");
    assertEnds(trusting + " --token-file FOLDER/none", 1, "none: there is no such file");
    boolean names = !TYPED.get(command).isEmpty();
    assertEnds(trusting + " --token " + TOKEN, names ? 4 : 0, "");
    assertEnds(trusting + " --token-file FOLDER/admin.token", names ? 4 : 0, "");
  }

  static Stream<String> commandsThatAsk() {
    return new TreeSet<>(TYPED.keySet()).stream();
  }

  @Test
  void saysThatTheHubDoesNotAnswerInTime() throws Exception {
    List<Integer> codes = Collections.synchronizedList(new ArrayList<>());
    List<Thread> asking = new ArrayList<>();
    String url = " --timeout 1 --url http://127.0.0.1:TAKEN";
    TYPED.forEach(
        (command, arguments) ->
            asking.add(
                Thread.startVirtualThread(() -> codes.add(run(command + " " + arguments + url)))));
    for (Thread one : asking) {
      one.join();
    }
    assertThat(codes).hasSize(TYPED.size()).containsOnly(3);
    assertThat(said.toString().lines())
        .hasSize(TYPED.size())
        .allMatch(line -> line.contains("does not answer in time; look into its log"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void saysWhatIsWrong(Row row) {
    boolean asks = TYPED.keySet().stream().anyMatch(row.typed()::startsWith);
    assertEnds(row.typed() + (asks ? " --url URL" : ""), row.exitCode(), row.said());
  }

  @Test
  void saysThatARunningHubCannotReadItsSites() throws Exception {
    Path data = folder.resolve("other");
    try (WholeHub other = new WholeHub(data)) {
      Files.writeString(data.resolve("sites.json"), "{ no sites");
      for (String command : List.of("site list", "site show x", "status")) {
        String typed = "hub %s --url %s".formatted(command, other.url());
        assertEnds(typed, 1, "cannot read the sites from", "sites.json", "Put a copy back");
      }
    }
  }

  @Test
  void leavesTheSitesAsTheyAreOnAFullDisk() throws Exception {
    Path sites = Files.createDirectory(folder.resolve("full")).resolve("sites.json");
    Path next = sites.resolveSibling("sites.json.new");
    assertEnds("hub site add hospital-a --data FOLDER/full", 0, "token of site hospital-a");
    String before = Files.readString(sites);
    for (String site : List.of("hospital-b", "hospital-a --replace")) {
      Files.createSymbolicLink(next, Path.of("/dev/full"));
      String typed = "hub site add %s --data FOLDER/full".formatted(site);
      assertEnds(typed, 1, "sites.json: No space left on device; free room on this disk");
      assertThat(said.toString()).doesNotContain("shown this once");
      assertThat(sites).hasContent(before);
      assertThat(Files.exists(next, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }
    assertEnds("hub site add hospital-b --data FOLDER/full", 0, "token of site hospital-b");
  }

  @Test
  void leavesTheIndexAsItIsOnAFullDisk() throws Exception {
    Path data = Files.createDirectory(folder.resolve("indexed"));
    String reindex = "hub reindex --data FOLDER/indexed";
    try (FullDisk disk = FullDisk.at(data)) {
      try (WholeHub other = new WholeHub(data);
          TusClient site = other.site("hospital-a")) {
        site.deliver(new TestPack(folder, "hospital-a", "1.2").image("1.2.1", "1.2.1.1", 1));
      }
      disk.fill(data.resolve("index.db-journal"));
      if (disk instanceof FullDisk.Mounted) {
        assertEnds(reindex, 1, "index", "free room on this disk");
      }
      disk.empty();
      try (WholeHub other = new WholeHub(data)) {
        assertEnds("hub study show 1.2 --url " + other.url(), 0, "1.2");
      }
      assertEnds(reindex, 0, "1 packs indexed, 0 unreadable");
    }
  }

  static Stream<Row> rows() {
    String serve = "hub serve --data FOLDER/new --port ";
    String reindex = "hub reindex --data FOLDER/";
    return Stream.of(
        new Row("hub site show none", 4, "there is no site none"),
        new Row("hub site show", 2, "NAME"),
        new Row("hub study list --since yesterday", 2, "is no date", "2026-01-31"),
        new Row("hub study list --last many", 2, "'many' is not an int"),
        new Row("hub study show 1.9", 4, "nothing of study 1.9 is at this hub"),
        new Row("hub study show", 2, "STUDY"),
        new Row("hub trace 1.9", 4, "nothing of study 1.9 is at this hub"),
        new Row("hub trace", 2, "STUDY"),
        new Row("hub site add hospital-b", 2, "--data"),
        new Row("hub site add Hospital --data FOLDER/data", 1, "is no name for a site", "a-z"),
        new Row("hub site add hospital-a --data FOLDER/data", 1, "exists already", "--replace"),
        new Row("hub site add none --replace --data FOLDER/data", 1, "there is no site none"),
        new Row("hub site add a --data FOLDER/text.txt", 1, "text.txt: is no folder"),
        new Row("hub site add a --data FOLDER/broken", 1, "cannot read the sites", "sites.json"),
        new Row("hub site add a --data /dev/full/there", 1, "/dev/full"),
        new Row("hub token", 2, "--data"),
        new Row("hub token --renew --data /dev/full/there", 1, "/dev/full"),
        new Row("hub token --data FOLDER/new", 4, "there is no token", "--renew"),
        new Row("hub token --admin-token-file FORBIDDEN", 5, "no right to use it"),
        new Row("hub token --admin-token-file FOLDER/short.token", 1, "holds no token", "--renew"),
        new Row("hub serve", 2, "--data", "--port"),
        new Row("hub serve --config FOLDER/none.yaml", 2, "none.yaml: there is no such file"),
        new Row("hub serve --config FORBIDDEN", 2, "cannot read"),
        new Row(
            serve + "0 --tls-certificate FOLDER/hub.pem --tls-key FORBIDDEN",
            5,
            "no right to use it"),
        new Row("hub serve --config FOLDER/broken.yaml", 2, "no setting 'objectstore'"),
        new Row("hub serve --data FOLDER/data --port 0", 1, "another hub runs on", "--data"),
        new Row("hub serve --data FOLDER/text.txt --port 0", 1, "text.txt: is no folder"),
        new Row(serve + "many", 2, "'many' is not an int"),
        new Row(serve + "70000", 2, "70000 is no port"),
        new Row(serve + "TAKEN", 1, "cannot listen on 127.0.0.1 port", "another --port"),
        new Row(serve + "0 --bind no.such.host.invalid", 1, "no such address", "--bind"),
        new Row(serve + "0 --bind 192.0.2.1", 1, "cannot listen on 192.0.2.1", "--bind"),
        new Row(serve + "0 --tls-key FOLDER/hub.key", 2, "--tls-certificate and --tls-key"),
        new Row(
            serve + "0 --tls-certificate FOLDER/none.pem --tls-key FOLDER/hub.key",
            1,
            "none.pem: there is no such file"),
        new Row(
            serve + "0 --tls-certificate FOLDER/text.txt --tls-key FOLDER/hub.key",
            1,
            "text.txt",
            "certificate"),
        new Row(serve + "0 --admin-token-file FOLDER/short.token", 1, "holds no token", "--renew"),
        new Row(serve + "0 --object-store ftp://x/y", 1, "ftp://x/y"),
        new Row(serve + "0 --object-store http://127.0.0.1:9/packs", 1, "does not answer"),
        new Row(serve + "0 --database jdbc:mysql://x/y", 1, "jdbc:postgresql://host:port/name"),
        new Row(
            serve + "0 --database jdbc:postgresql://127.0.0.1:9/x",
            1,
            "no connection to jdbc:postgresql://127.0.0.1:9/x",
            "check that the server runs"),
        new Row("hub serve --data FOLDER/broken --port 0", 1, "index.db", "hub reindex"),
        new Row("hub reindex", 2, "--data"),
        new Row(reindex + "data", 1, "another hub runs on"),
        new Row(reindex + "text.txt", 1, "text.txt: is no folder"),
        new Row(reindex + "broken", 1, "index.db", "Remove it"),
        new Row(reindex + "new --object-store http://127.0.0.1:9/packs", 1, "does not answer"));
  }
}
