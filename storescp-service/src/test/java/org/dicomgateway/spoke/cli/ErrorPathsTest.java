package org.dicomgateway.spoke.cli;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
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
import org.dicomgateway.spoke.admin.RunningSpoke;
import org.dicomgateway.tls.TlsSettings;
import org.dicomgateway.tls.TlsSettings.OwnCertificate;
import org.dicomgateway.tls.TlsSettings.PeerName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * Every way a command fails: what was wrong, what to do, exit code. Commands are taken from the
 * command line's own model: a new one has to be given here what it is typed with, and the ways that
 * it alone fails.
 */
@Timeout(180)
class ErrorPathsTest {
  private static final String NO_SUCH_STUDY = "1.9";
  private static final String SERVE =
      "spoke serve --aet X --admin-port 0 --hub http://127.0.0.1:9 --site s --token t";

  /** What each command that asks the service needs to be typed with. */
  private static final Map<String, String> TYPED =
      Map.ofEntries(
          Map.entry("spoke status", ""),
          Map.entry("spoke queue", ""),
          Map.entry("spoke pause", ""),
          Map.entry("spoke resume", ""),
          Map.entry("spoke retry", ""),
          Map.entry("spoke log", ""),
          Map.entry("spoke trace", "1.2"),
          Map.entry("spoke route list", ""),
          Map.entry("spoke route show", ""),
          Map.entry("spoke route add", "x --send hub"),
          Map.entry("spoke route edit", "--file ROUTES"),
          Map.entry("spoke route remove", "x"),
          Map.entry("spoke route test", "FILE"),
          Map.entry("spoke route explain", "1.2"),
          Map.entry("spoke route history", ""),
          Map.entry("spoke route rollback", "1"),
          Map.entry("spoke study list", ""),
          Map.entry("spoke study show", "1.2"),
          Map.entry("spoke study hold", "1.2"),
          Map.entry("spoke study release", "1.2"),
          Map.entry("spoke study send", "1.2"),
          Map.entry("spoke study import", "FILE"),
          Map.entry("spoke study export", "1.2 NEW"),
          Map.entry("spoke study delete", "1.2 --yes"),
          Map.entry("spoke destination list", ""),
          Map.entry("spoke destination show", ""),
          Map.entry("spoke destination history", ""),
          Map.entry("spoke destination add", "x --folder NEW"),
          Map.entry("spoke destination test", "hub"),
          Map.entry("spoke destination pause", "x"),
          Map.entry("spoke destination resume", "x"),
          Map.entry("spoke destination limit", "x none"),
          Map.entry("spoke destination remove", "x"),
          Map.entry("spoke destination edit", "--file FOLDER/none.destinations"),
          Map.entry("spoke destination rollback", "1"),
          Map.entry("spoke modality list", ""),
          Map.entry("spoke modality add", "x --ae-title X"),
          Map.entry("spoke modality test", "x"),
          Map.entry("spoke modality remove", "x"),
          Map.entry("spoke modality policy", "accept"),
          Map.entry("spoke modality history", ""),
          Map.entry("spoke modality rollback", "1"));

  /** Those that ask no service, or look themselves if there is none: rows of their own. */
  private static final Set<String> OWN_WAY =
      Set.of("spoke serve", "spoke token", "spoke doctor", "echo", "send", "dump");

  /** A way to fail: the command as it is typed, its exit code, and what it says. */
  private record Row(String typed, int exitCode, String... said) {
    @Override
    public String toString() {
      return typed;
    }
  }

  @TempDir static Path folder;
  private static RunningSpoke spoke;
  private static RunningSpoke secured;
  private static HttpServer stranger;
  private static ServerSocket silent;
  private static ServerSocket secret;

  @BeforeAll
  static void start() throws Exception {
    Files.writeString(folder.resolve("text.txt"), "no image");
    Files.writeString(folder.resolve("routes.yaml"), "routes: []\n");
    Files.writeString(folder.resolve("broken.yaml"), "routes:\n  - nam: x\n");
    Files.writeString(folder.resolve("short.token"), "short\n");
    Files.createFile(
        folder.resolve("forbidden"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("---------")));
    Files.createDirectory(folder.resolve("empty"));
    Files.createSymbolicLink(folder.resolve("full.zip.part"), Path.of("/dev/full"));
    RunningSpoke.fill(folder.resolve("data"), "1.2", 1);
    spoke = RunningSpoke.start(folder.resolve("data"));
    Path token = Files.writeString(folder.resolve("token"), "0123456789abcdef0123\n");
    secured =
        RunningSpoke.start(folder.resolve("secured"), Map.of("admin-token-file", token.toString()));
    stranger = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    stranger.createContext("/", ErrorPathsTest::knowsNothing);
    stranger.start();
    silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    secret = secret();
    Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(part10(), 500));
    know();
    while (!spoke.send("GET", "/api/studies/1.2/instances").body().contains("1.2.1")) {
      Thread.sleep(20);
    }
  }

  /** Speaks TLS, by a certificate that nobody trusts, and then says nothing. */
  private static ServerSocket secret() throws Exception {
    String openssl =
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
            + " -addext subjectAltName=IP:127.0.0.1 -keyout %1$s.key -out %1$s.pem";
    String name = folder.resolve("secret").toString();
    new ProcessBuilder(openssl.formatted(name).split(" ")).start().waitFor();
    OwnCertificate own = new OwnCertificate(Path.of(name + ".pem"), Path.of(name + ".key"));
    ServerSocket server =
        new TlsSettings(Optional.empty(), Optional.of(own), PeerName.CHECKED)
            .context()
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(
        () -> {
          while (!server.isClosed()) {
            try (Socket peer = server.accept()) {
              peer.getInputStream().read();
            } catch (IOException e) {
              // The peer does not trust us, or speaks no TLS.
            }
          }
        });
    return server;
  }

  private static byte[] part10() throws IOException {
    return Files.readAllBytes(image());
  }

  /** Destinations and modalities that are wrong in ways of their own. */
  private static void know() throws Exception {
    String own = "host: 127.0.0.1, port: " + spoke.dicomPort();
    String closed = "http://127.0.0.1:9";
    String destinations =
        """
        destinations:
          - { name: other-title, type: dicom, ae-title: OTHER, %1$s }
          - { name: closed, type: dicom, ae-title: X, host: 127.0.0.1, port: 9 }
          - { name: no-tls, type: dicom, ae-title: GATEWAY, tls: yes, %1$s }
          - { name: no-dicom, type: dicom, ae-title: X, host: 127.0.0.1, port: %2$d }
          - { name: untrusted, type: dicom, ae-title: X, tls: yes, host: 127.0.0.1, port: %3$d }
          - { name: no-host, type: dicom, ae-title: X, host: no.such.host.invalid, port: 104 }
          - { name: stow-closed, type: stow, url: "%4$s" }
          - { name: stow-no-tls, type: stow, url: "https://127.0.0.1:%2$d" }
          - { name: no-folder, type: folder, path: "%5$s/none" }
          - { name: no-right, type: folder, path: /sys/bus }
        """
            .formatted(own, stranger.getAddress().getPort(), secret.getLocalPort(), closed, folder);
    assertThat(spoke.sendText("PUT", "/api/destinations/file", destinations).statusCode())
        .isEqualTo(200);
    for (String one :
        List.of(
            "other&ae-title=OTHER&address=127.0.0.1&port=" + spoke.dicomPort(),
            "gone&ae-title=X&address=127.0.0.1&port=9",
            "quiet&ae-title=X&address=127.0.0.1&port=" + silent.getLocalPort(),
            "stranger&ae-title=X&address=127.0.0.1&port=" + stranger.getAddress().getPort(),
            "no-port&ae-title=X")) {
      assertThat(spoke.send("POST", "/api/modalities?name=" + one).statusCode()).isEqualTo(200);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    secret.close();
    spoke.close();
    secured.close();
    stranger.stop(0);
    silent.close();
  }

  private record Ended(int exitCode, String said) {}

  private static Ended run(String typed) {
    StringWriter said = new StringWriter();
    List<String> words = new ArrayList<>();
    for (String word : typed.strip().split(" +")) {
      words.add(filled(word));
    }
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(said, true))
            .setErr(new PrintWriter(said, true))
            .execute(words.toArray(String[]::new));
    return new Ended(code, said.toString().replaceAll("\\s+", " "));
  }

  private static String filled(String word) {
    return word.replace("ROUTES", folder.resolve("routes.yaml").toString())
        .replace("FILE", image().toString())
        .replace("TEXT", folder.resolve("text.txt").toString())
        .replace("NEW", folder.resolve("new").toString())
        .replace("FOLDER", folder.toString())
        .replace("DICOM", "127.0.0.1:" + spoke.dicomPort())
        .replace("FORBIDDEN", forbidden().toString())
        .replace("TAKEN", "" + spoke.dicomPort())
        .replace("STRANGER", "127.0.0.1:" + stranger.getAddress().getPort())
        .replace("SECRET", "127.0.0.1:" + secret.getLocalPort())
        .replace("SILENT", "127.0.0.1:" + silent.getLocalPort())
        .replace("SECURED", secured.address().toString())
        .replace("URL", spoke.address().toString());
  }

  /** A file that whoever runs this may not read: of some of the kernel's root may not either. */
  private static Path forbidden() {
    Path own = folder.resolve("forbidden");
    return Files.isReadable(own) ? Path.of("/sys/bus/platform/drivers_probe") : own;
  }

  /** Any that is there. */
  private static Path image() {
    try (Stream<Path> files = Files.walk(folder.resolve("data/spool"))) {
      return files.filter(file -> file.toString().endsWith(".inst")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyCommandIsTriedHere() {
    Set<String> known = new TreeSet<>(TYPED.keySet());
    known.addAll(OWN_WAY);
    assertThat(leaves(Main.commandLine(), "")).as("commands without a row here").isEqualTo(known);
    Set<String> typed = rows().map(Row::typed).collect(toSet());
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

  /** Once all is read: whoever still sends when the connection ends does not see the answer. */
  private static void knowsNothing(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(404, -1);
    exchange.close();
  }

  @ParameterizedTest
  @MethodSource("commandsThatAsk")
  void saysWhyTheServiceCannotBeAsked(String command) {
    String typed = command + " " + TYPED.get(command) + " --url ";
    assertEnds(typed + "http://127.0.0.1:9", 3, "no spoke at", "Does it run?", "--url");
    String other = "http://127.0.0.1:" + stranger.getAddress().getPort();
    assertEnds(typed + other, 3, "something else than a spoke answers", "Is the port right?");
    String tls = spoke.address().toString().replace("http:", "https:");
    assertEnds(typed + tls, 3, "does not speak https", "begins with http://");
    assertEnds(typed + secured.address(), 5, "asks for its admin token", "gateway spoke token");
    assertEnds(typed + secured.address() + " --token wrong", 5, "is not the admin token");
    assertEnds(typed + "nonsense", 2, "is no address", "http://host:port");
    assertEnds(typed + secured.address() + " --token-file FORBIDDEN", 5, "no right to use it");
    assertEnds(typed + "https://127.0.0.1:9 --ca FORBIDDEN", 5, "no right to use it");
    assertEnds(typed + "https://127.0.0.1:9 --ca TEXT", 1, "text.txt");
    assertEnds(typed + "http://no.such.host.invalid:80", 3, "no spoke at", "--url");
    assertEnds(command + " --no-such-option", 2, "--help");
  }

  static Stream<String> commandsThatAsk() {
    return new TreeSet<>(TYPED.keySet()).stream();
  }

  @Test
  void saysThatTheServiceDoesNotAnswerInTime() throws Exception {
    List<Thread> asking = new ArrayList<>();
    List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    String url = " --timeout 1 --url http://127.0.0.1:" + silent.getLocalPort();
    for (String command : TYPED.keySet()) {
      asking.add(
          Thread.startVirtualThread(
              () -> {
                Ended ended = run(command + " " + TYPED.get(command) + url);
                if (ended.exitCode() != 3 || !ended.said().contains("does not answer in time")) {
                  wrong.add(command + ": " + ended);
                }
              }));
    }
    for (Thread one : asking) {
      one.join();
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void saysWhatIsWrong(Row row) {
    boolean asks = TYPED.keySet().stream().anyMatch(row.typed()::startsWith);
    assertEnds(row.typed() + (asks ? " --url URL" : ""), row.exitCode(), row.said());
  }

  private static void assertEnds(String typed, int exitCode, String... said) {
    Ended ended = run(typed);
    assertThat(ended.exitCode()).as("%s: %s", typed, ended.said()).isEqualTo(exitCode);
    assertThat(ended.said()).as(typed).contains(Arrays.asList(said));
  }

  /** Who does not answer takes a while to be told; all at once. */
  @Test
  void saysWhatIsWrongWithWhoDoesNotAnswer() throws Exception {
    List<Throwable> wrong = Collections.synchronizedList(new ArrayList<>());
    List<Thread> asking = new ArrayList<>();
    for (Row row : slowRows().toList()) {
      Thread one = Thread.ofVirtual().unstarted(() -> saysWhatIsWrong(row));
      one.setUncaughtExceptionHandler((_, failure) -> wrong.add(failure));
      one.start();
      asking.add(one);
    }
    for (Thread one : asking) {
      one.join();
    }
    assertThat(wrong).isEmpty();
  }

  private static Stream<Row> slowRows() {
    return Stream.of(
        new Row("spoke modality test quiet", 3, "silent for too long", "Is it switched on"),
        new Row("spoke modality test stranger", 3, "silent for too long", "Is it switched on"),
        new Row("spoke doctor --no-image --timeout 1 --url http://SILENT", 1, "in time"),
        new Row("spoke doctor --no-image --url URL", 1, "FAILED hub", "→"),
        new Row("spoke destination test no-dicom", 1, "silent for too long", "Is the address"),
        new Row("spoke destination test stow-no-tls", 1, "http or https"),
        new Row("echo X@SILENT --timeout 1", 3, "X@127.0.0.1", "silent for too long"),
        new Row("echo X@STRANGER --timeout 1", 3, "X@127.0.0.1", "Is the address right"),
        new Row("send X@SILENT FILE --timeout 1", 3, "silent for too long"),
        new Row("send X@STRANGER FILE --timeout 1", 3, "Is the address right"));
  }

  static Stream<Row> rows() {
    String nothing = "nothing of study " + NO_SUCH_STUDY;
    return Stream.of(
        new Row("spoke serve", 2, "--data is missing", "GATEWAY_DATA"),
        new Row("spoke serve --config FOLDER/none.yaml", 2, "none.yaml: there is no such file"),
        new Row(
            "spoke serve --data FOLDER/data --aet X --dicom-port 0 --hub http://127.0.0.1:9"
                + " --site s --token t",
            1,
            "another spoke runs on",
            "--data"),
        new Row("spoke serve --config FORBIDDEN", 2, "cannot read"),
        new Row("spoke serve --config FOLDER/broken.yaml", 2, "no setting 'routes'"),
        new Row(SERVE + " --data TEXT --dicom-port 0", 1, "text.txt: is no folder"),
        new Row(SERVE + " --data NEW --dicom-port many", 2, "--dicom-port", "many"),
        new Row(SERVE + " --data NEW --dicom-port TAKEN", 1, "cannot listen on", "--dicom-port"),
        new Row(
            SERVE.replace("port 0", "port TAKEN") + " --data NEW --dicom-port 0",
            1,
            "cannot listen on"),
        new Row(SERVE + " --data NEW --dicom-port 0 --aet A_TITLE_FAR_TOO_LONG", 2, "--aet"),
        new Row(SERVE + " --data NEW --dicom-port 0 --hub nonsense", 2, "--hub"),
        new Row(
            SERVE + " --data NEW --dicom-port 0 --admin-token-file FOLDER/short.token",
            1,
            "holds no token"),
        new Row(
            SERVE + " --data NEW --dicom-port 0 --admin-tls-certificate TEXT --admin-tls-key TEXT",
            1,
            "text.txt",
            "PEM"),
        new Row("spoke token", 2, "--data"),
        new Row("spoke token --admin-token-file FORBIDDEN", 5, "no right to use it"),
        new Row("spoke token --data FOLDER", 4, "there is no token", "--renew"),
        new Row(
            "spoke token --admin-token-file FOLDER/short.token", 1, "holds no token", "--renew"),
        new Row("spoke doctor --url nonsense", 2, "is no address"),
        new Row("spoke doctor --no-image --url http://127.0.0.1:9", 1, "no spoke at", "start it"),
        new Row("spoke doctor --no-image --url http://STRANGER", 1, "something else than a spoke"),
        new Row("spoke doctor --no-image --url SECURED", 5, "asks for its admin token"),
        new Row("spoke doctor --no-image --url SECURED --token wrong", 5, "is not the admin"),
        new Row(
            "spoke doctor --no-image --url http://127.0.0.1:9 --config FOLDER/none.yaml",
            1,
            "none.yaml: there is no such file"),
        new Row("spoke trace 1.9", 4, nothing, "the hub cannot be asked"),
        new Row("spoke route show none", 4, "there is no rule 'none'"),
        new Row("spoke route show --version-number 99", 4, "no version 99"),
        new Row("spoke route add x --when modalty:CT --send hub", 1, "line 3", "'modalty:CT'"),
        new Row("spoke route add x --send nowhere", 1, "nowhere", "hub"),
        new Row("spoke route add x", 2, "--send, --hold, --drop"),
        new Row("spoke route edit --file FORBIDDEN", 5, "no right to use it"),
        new Row("spoke route test TEXT", 1, "text.txt"),
        new Row("spoke route test FORBIDDEN", 5, "no right to use it"),
        new Row("spoke route edit --file FOLDER/none.yaml", 1, "there is no such file"),
        new Row("spoke route edit --file FOLDER/broken.yaml", 1, "line 2", "'nam'"),
        new Row("spoke route remove none", 4, "there is no rule 'none'"),
        new Row("spoke route test FOLDER/none.dcm", 1, "there is no such file"),
        new Row("spoke route test FILE --routes FOLDER/broken.yaml", 1, "line 2"),
        new Row("spoke route explain 1.9", 4, nothing),
        new Row("spoke route rollback 99", 4, "no version 99"),
        new Row("spoke study show 1.9", 4, nothing),
        new Row("spoke study release 1.9", 4, "study 1.9"),
        new Row("spoke study send 1.9", 4, "study 1.9"),
        new Row("spoke study send 1.9 --urgency stat", 4, nothing),
        new Row("spoke study send 1.2 --urgency soon", 2, "'soon' is none of stat, normal"),
        new Row("spoke study hold 1.9", 4, nothing),
        new Row("spoke study import FOLDER/none.dcm", 1, "none.dcm"),
        new Row("spoke study import TEXT", 1, "text.txt"),
        new Row("spoke study import FORBIDDEN", 1, "no right to use it"),
        new Row("spoke study import FOLDER/empty", 1, "0 taken"),
        new Row("spoke study send 1.2 --to nowhere", 4, "nowhere"),
        new Row("spoke study export 1.2", 2, "--zip"),
        new Row("spoke study export 1.2 --zip TEXT", 1, "text.txt: is there already"),
        new Row("spoke study export 1.2 --zip FOLDER/full.zip", 1, "No space left", "free room"),
        new Row("spoke study export 1.2 --zip FOLDER/none/a.zip", 1, "there is no such file"),
        new Row("spoke study export 1.9 NEW", 4, nothing),
        new Row("spoke study export 1.2 /dev/full/there", 1, "cannot write"),
        new Row("spoke study delete 1.9 --yes", 4, nothing),
        new Row("spoke study delete 1.2 --yes", 1, "--force"),
        new Row("spoke study delete 1.2", 2, "--yes"),
        new Row("spoke destination show 99", 4, "99"),
        new Row("spoke destination add x", 2, "--folder"),
        new Row("spoke destination add x --dicom nonsense", 2, "AET@HOST:PORT"),
        new Row("spoke destination test none", 4, "none"),
        new Row("spoke destination test other-title", 1, "called AE title", "AE title"),
        new Row("spoke destination test closed", 1, "127.0.0.1:9", "Is the address right"),
        new Row("spoke destination test no-tls", 1, "TLS"),
        new Row("spoke destination test untrusted", 1, "trust"),
        new Row("spoke destination test no-host", 1, "no.such.host.invalid"),
        new Row("spoke destination test stow-closed", 1, "127.0.0.1:9"),
        new Row("spoke destination test no-folder", 1, "there is no folder", "mount its disk"),
        new Row("spoke destination test no-right", 1, "cannot write to /sys/bus", "right to write"),
        new Row("spoke destination test hub", 1, "nobody answers", "See whether its address"),
        new Row("spoke destination pause none", 4, "none"),
        new Row("spoke destination resume none", 4, "none"),
        new Row("spoke destination limit none 100", 4, "none"),
        new Row("spoke destination remove none", 4, "none"),
        new Row("spoke destination edit --file FOLDER/none.yaml", 1, "there is no such file"),
        new Row("spoke destination edit --file FOLDER/broken.yaml", 1, "line 1", "'routes'"),
        new Row("spoke destination rollback 99", 4, "99"),
        new Row("spoke modality add x --ae-title TITLE_FAR_TOO_LONG", 1, "is not an AE title"),
        new Row("spoke modality add x", 2, "--ae-title"),
        new Row("spoke modality test none", 4, "there is no modality 'none'"),
        new Row("spoke modality test other", 5, "called AE title not recognized", "AE title"),
        new Row("spoke modality test gone", 3, "127.0.0.1:9", "Is it switched on"),
        new Row("spoke modality test no-port", 1, "needs one address and a port"),
        new Row("spoke modality remove none", 4, "there is no modality 'none'"),
        new Row("spoke modality policy maybe", 1, "accept, hold, refuse"),
        new Row("spoke modality rollback 99", 4, "there is no version 99"),
        new Row("spoke modality rollback x", 2, "'x' is not an int"),
        new Row("spoke retry 1.9", 4, "nothing parked of study 1.9"),
        new Row("spoke log --level loud", 1, "debug, info, warn, error"),
        new Row("echo OTHER@DICOM", 5, "called AE title not recognized", "Ask for the peer's"),
        new Row("echo X@127.0.0.1:9", 3, "X@127.0.0.1:9", "Is the address right"),
        new Row("echo X@no.such.host.invalid:104", 3, "no.such.host.invalid", "Is the address"),
        new Row("echo GATEWAY@DICOM --tls --timeout 5", 3, "GATEWAY@127.0.0.1", "TLS"),
        new Row("echo X@SECRET --timeout 5", 3, "X@127.0.0.1", "--tls"),
        new Row("echo X@SECRET --tls --timeout 5", 3, "trust", "--tls-ca"),
        new Row("echo X@SECRET --tls-ca FOLDER/none.pem", 1, "there is no file", "none.pem"),
        new Row("echo X@SECRET --tls-ca TEXT", 1, "text.txt has no certificate"),
        new Row("echo X@SECRET --tls-ca FORBIDDEN", 1, "cannot be read"),
        new Row("echo X@SECRET --tls-certificate FOLDER/secret.pem", 2, "--tls-key"),
        new Row("echo nonsense", 2, "is not of the form AET@host:port"),
        new Row("send OTHER@DICOM FILE", 5, "called AE title not recognized", "Ask for the"),
        new Row("send X@127.0.0.1:9 FILE", 3, "Is the address right"),
        new Row("send GATEWAY@DICOM FILE --tls --timeout 5", 3, "TLS"),
        new Row("send X@SECRET FILE --tls --timeout 5", 3, "trust", "--tls-ca"),
        new Row("send GATEWAY@DICOM", 2, "FILE|DIR"),
        new Row("send GATEWAY@DICOM FILE --associations 0", 2, "--associations"),
        new Row("send GATEWAY@DICOM FORBIDDEN", 1, "no right to use it"),
        new Row("send GATEWAY@DICOM FOLDER/empty", 1, "nothing to send"),
        new Row("send GATEWAY@DICOM TEXT", 1, "cannot be sent"),
        new Row("send GATEWAY@DICOM FOLDER/none.dcm", 1, "there is no such file"),
        new Row("dump FOLDER/none.dcm", 1, "there is no such file"),
        new Row("dump", 2, "FILE"),
        new Row("dump FOLDER/empty", 1, "is a folder"),
        new Row("dump FORBIDDEN", 5, "no right to use it"),
        new Row("dump FOLDER/cut.dcm", 1, "cut.dcm"),
        new Row("dump TEXT", 1, "text.txt", "byte 0"));
  }

  @Test
  void saysThatTheSpokesDiskIsFull() throws Exception {
    Map<String, String> full = Map.of("min-free-mib", "" + (1 << 29));
    try (RunningSpoke other = RunningSpoke.start(folder.resolve("full"), full)) {
      String refused = "must stay free";
      assertEnds("spoke study import FILE --url " + other.address(), 1, refused);
      assertEnds("send GATEWAY@127.0.0.1:" + other.dicomPort() + " FILE", 1, "A700", "free space");
    }
  }
}
