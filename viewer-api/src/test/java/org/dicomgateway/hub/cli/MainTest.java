package org.dicomgateway.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.hub.config.DataFolder;
import org.dicomgateway.hub.config.HubSettings;
import org.dicomgateway.hub.index.Database;
import org.dicomgateway.hub.index.Query;
import org.dicomgateway.hub.index.Query.Level;
import org.dicomgateway.hub.index.SqlIndex;
import org.dicomgateway.hub.security.Sites;
import org.dicomgateway.hub.testsite.TestPack;
import org.dicomgateway.hub.testsite.TusClient;
import org.dicomgateway.hub.testsite.WholeHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir Path data;
  @TempDir Path files;
  private final PrintStream stdout = System.out;
  private final PrintStream stderr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void capture() {
    System.setOut(new PrintStream(out, true));
    System.setErr(new PrintStream(err, true));
  }

  @AfterEach
  void release() {
    System.setOut(stdout);
    System.setErr(stderr);
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    return Main.run(Map.of(), arguments);
  }

  private List<String> printed() {
    return out.toString().lines().toList();
  }

  @Test
  void printsASitesTokenAloneOnTheLastLineAndKeepsItsDigestOnly() throws IOException {
    assertThat(run("hub", "site", "add", "hospital-a", "--data", data.toString())).isZero();
    String token = printed().getLast();
    assertThat(new Sites(DataFolder.sites(data)).siteOf(token)).contains("hospital-a");
    assertThat(DataFolder.sites(data)).content().doesNotContain(token);
  }

  @Test
  void refusesAKnownSiteUnlessItsTokenIsToBeReplaced() {
    run("hub", "site", "add", "hospital-a", "--data", data.toString());
    String first = printed().getLast();
    assertThat(run("hub", "site", "add", "hospital-a", "--data", data.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("hospital-a exists already").contains("--replace");
    assertThat(run("hub", "site", "add", "hospital-a", "--replace", "--data", data.toString()))
        .isZero();
    Sites sites = new Sites(DataFolder.sites(data));
    assertThat(sites.siteOf(first)).isEmpty();
    assertThat(sites.siteOf(printed().getLast())).contains("hospital-a");
  }

  @Test
  void refusesNamesThatCannotBePartOfAKey() {
    for (String name : List.of("../evil", "Bệnh viện", "a/b", "", "A")) {
      assertThat(run("hub", "site", "add", name, "--data", data.toString())).isEqualTo(1);
      assertThat(err.toString()).contains("no name for a site");
    }
  }

  @Test
  void saysWhatIsWrongWithTheUsage() {
    assertThat(run("hub", "serve")).isEqualTo(2);
    assertThat(err.toString()).contains("--data").contains("--port");
    assertThat(run("hub", "site", "add", "x")).isEqualTo(2);
    assertThat(run("hub", "frobnicate")).isEqualTo(2);
  }

  @Test
  void takesSettingsFromTheEnvironmentBeforeTheFile() throws IOException {
    Path yaml = settings("data: %s\nport: 1\nobject-store: http://of.file\n".formatted(data));
    Map<String, String> environment = Map.of("GATEWAY_OBJECT_STORE", "of-environment:");
    assertThat(Main.run(environment, "hub", "serve", "--config", yaml.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("of-environment:");
  }

  @Test
  void saysWhichLineOfTheFileIsForNoSetting() throws IOException {
    Path yaml = settings("objectstore: http://server/bucket\n");
    assertThat(run("hub", "serve", "--config", yaml.toString())).isEqualTo(2);
    assertThat(err.toString()).contains(yaml + ": no setting 'objectstore'; there are ");
    assertThat(run("hub", "serve", "--config=" + files.resolve("absent"))).isEqualTo(2);
    assertThat(err.toString()).contains("absent: there is no such file");
  }

  @Test
  void knowsEveryFlagOfServeAsALineOfTheFile() {
    run("hub", "serve", "--help");
    List<String> flags =
        Pattern.compile("--([a-z-]+)=")
            .matcher(out.toString())
            .results()
            .map(flag -> flag.group(1))
            .filter(flag -> !flag.equals("config"))
            .toList();
    assertThat(flags).contains("port", "object-store");
    assertThat(HubSettings.KEYS).containsAll(flags);
  }

  private Path settings(String text) throws IOException {
    return Files.writeString(files.resolve("gateway.yaml"), text);
  }

  @Test
  void refusesAFolderThatAnotherHubHolds() throws IOException {
    try (DataFolder held = DataFolder.open(data)) {
      assertThat(held.uploads()).isNotNull();
      assertThat(run("hub", "serve", "--data", data.toString(), "--port", "0")).isEqualTo(1);
      assertThat(err.toString()).contains("another hub runs on " + data);
      assertThat(printed()).isEmpty();
    }
  }

  @Test
  void saysWhichObjectStoreDoesNotAnswer() {
    assertThat(
            run(
                "hub",
                "serve",
                "--data",
                data.toString(),
                "--port",
                "0",
                "--object-store",
                "http://127.0.0.1:1/packs"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("http://127.0.0.1:1/packs does not answer");
  }

  @Test
  void reindexesFromTheArchiveAlone() throws Exception {
    try (WholeHub hub = new WholeHub(data);
        TusClient site = hub.site("hospital-a")) {
      site.deliver(pack("1.2", 1));
      site.deliver(pack("1.2", 9));
      site.deliver(pack("1.3", 2));
    }
    List<String> before = answers();
    try (Stream<Path> index = Files.list(data)) {
      for (Path file : index.filter(name -> name.toString().contains("index.db")).toList()) {
        Files.delete(file);
      }
    }
    assertThat(run("hub", "reindex", "--data", data.toString())).isZero();
    assertThat(printed()).containsExactly("3 packs indexed, 0 unreadable");
    assertThat(answers()).isEqualTo(before);
    assertThat(run("hub", "reindex", "--data", data.toString())).isZero();
    assertThat(answers()).isEqualTo(before);
  }

  private TestPack pack(String study, long seed) {
    return new TestPack(files, "hospital-a", study)
        .image(study + ".1", study + ".1.1", seed)
        .image(study + ".1", study + ".1.2", 2);
  }

  private List<String> answers() throws IOException {
    try (Database database = Database.sqlite(data.resolve("index.db"))) {
      SqlIndex index = new SqlIndex(database);
      Function<Level, Stream<String>> found =
          level ->
              index.find(new Query(level, Map.of(), Set.of(), true, false, 100, 0)).stream()
                  .map(MainTest::text);
      Stream<String> served =
          index.instances("1.2", Optional.empty()).stream()
              .map(instance -> instance.packKey() + instance.sha256() + instance.frames());
      return Stream.concat(Stream.of(Level.values()).flatMap(found), served).toList();
    }
  }

  private static String text(Attributes answer) {
    StringBuilder text = new StringBuilder();
    answer.forEach(
        element -> text.append("%08X %s ".formatted(element.tag(), answer.strings(element.tag()))));
    return text.toString();
  }

  private int ask(WholeHub hub, String... question) {
    List<String> all = new ArrayList<>(List.of("hub"));
    all.addAll(List.of(question));
    all.add("--url=" + hub.url());
    int code = run(all.toArray(String[]::new));
    if (!all.contains("--json")) {
      assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
    }
    return code;
  }

  @Test
  void tracesAStudyOfARunningHub() throws Exception {
    try (WholeHub hub = new WholeHub(data);
        TusClient site = hub.site("hospital-a")) {
      site.deliver(new TestPack(files, "hospital-a", "1.2").image("1.2.1", "1.2.1.1", 1));
      site.deliver(new TestPack(files, "hospital-a", "1.2").image("1.2.1", "1.2.1.1", 2));

      assertThat(run("hub", "trace", "1.2", "--url", hub.url())).isZero();
      assertThat(out.toString())
          .contains("Study 1.2", "indexed", "1 conflict, 1 stored", "conflict: instance 1.2.1.1");
      assertThat(run("hub", "trace", "1.3", "--url", hub.url())).isEqualTo(4);

      assertThat(ask(hub, "status")).isZero();
      assertThat(out.toString())
          .contains("Archive   reachable", "Index     reachable", "free of", "2 instances")
          .contains("hospital-a");
      assertThat(ask(hub, "site", "list")).isZero();
      assertThat(out.toString().lines().skip(1).toList().getFirst())
          .matches("hospital-a +\\d+ s +2 .* 1 +1");
      assertThat(ask(hub, "site", "show", "hospital-a")).isZero();
      assertThat(out.toString()).contains("1 study in 2 packs", "Conflicts   1");
      assertThat(ask(hub, "site", "show", "hospital-b")).isEqualTo(4);
      assertThat(err.toString()).contains("there is no site hospital-b");
      assertThat(ask(hub, "study", "list", "--site", "hospital-a")).isZero();
      assertThat(out.toString()).contains("1.2\n").matches("(?s).*hospital-a .* 1 +1 +1\n");
      assertThat(ask(hub, "study", "list", "--patient", "nobody at all")).isZero();
      assertThat(out.toString()).contains("There is no such study");
      assertThat(ask(hub, "study", "show", "1.2")).isZero();
      assertThat(out.toString())
          .contains("Study    1.2\n", "1.2.1\n", "PACK", "other bytes are kept", "1.2.1.1");
      assertThat(ask(hub, "study", "show", "1.9")).isEqualTo(4);
      assertThat(ask(hub, "study", "list", "--json")).isZero();
      assertThat(out.toString()).contains("\"studyInstanceUid\":\"1.2\"");
      assertThat(ask(hub, "study", "list", "--since", "yesterday")).isEqualTo(2);
      assertThat(run("hub", "trace", "1.3", "--url", hub.url())).isEqualTo(4);
      assertThat(err.toString()).contains("nothing of study 1.3 is at this hub");
    }
    for (String[] question :
        new String[][] {
          {"status"}, {"site", "list"}, {"study", "list"}, {"study", "show", "1.2"}
        }) {
      List<String> all = new ArrayList<>(List.of("hub"));
      all.addAll(List.of(question));
      all.addAll(List.of("--url", "http://127.0.0.1:9"));
      assertThat(run(all.toArray(String[]::new))).as(String.join(" ", question)).isEqualTo(3);
    }
    assertThat(run("hub", "trace", "1.2", "--url", "http://127.0.0.1:9")).isEqualTo(3);
    assertThat(err.toString()).contains("no hub at http://127.0.0.1:9", "gateway hub serve");
  }
}
