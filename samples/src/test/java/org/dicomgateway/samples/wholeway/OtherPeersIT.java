package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.dimse.service.InstanceSender.Outcome;
import org.dicomgateway.samples.ordeal.Digest;
import org.dicomgateway.samples.ordeal.SyntheticSeries;
import org.dicomgateway.testdata.OrthancServer;
import org.dicomgateway.testdata.TestCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Others' software beside the hub: DCMTK's storescp, and Orthanc by STOW-RS. */
@Timeout(300)
class OtherPeersIT {
  private static final String HELD = "2.25.20261122088";

  private static final String CHANGED = "2.25.20261122089";

  /** More than both desks of a STOW-RS server take at once. */
  private static final int INSTANCES = 150;

  private static final String SLOWLY = "daily normal 160";

  @RegisterExtension static final RunningGateway GATEWAY = RunningGateway.withSmallHeaps();

  private static final SpokeOperator SPOKE = new SpokeOperator(GATEWAY);

  private static DcmtkReceiver node;
  private static OrthancServer web;

  @BeforeAll
  static void sendEverywhere() throws Exception {
    node = DcmtkReceiver.start(GATEWAY.folder("storescp"));
    SPOKE.types("destination", "add", "node", "--dicom", node.address());
    Path certificates = GATEWAY.folder("certificates");
    TestCertificate unused = TestCertificate.make(certificates, "unused");
    web = OrthancServer.Setup.of(GATEWAY.folder("orthanc"), unused, unused).start();
    Path password = Files.writeString(certificates.resolve("password"), OrthancServer.PASSWORD);
    SPOKE.types(
        "destination",
        "add",
        "web",
        "--stow",
        web.dicomWeb().toString(),
        "--user",
        OrthancServer.USER,
        "--password-file",
        password.toString());
    SPOKE.types("route", "add", "everywhere", "--send", "hub,node,web");
  }

  @AfterAll
  static void stop() {
    if (node != null) {
      node.close();
    }
    if (web != null) {
      web.close();
    }
  }

  @Test
  void whatIsHeldHalfWayArrivesNowhereUntilItIsReleasedAndThenOnce() throws Exception {
    List<InstanceFile> files = series(HELD, INSTANCES);
    Set<String> all = files.stream().map(InstanceFile::sopInstance).collect(Collectors.toSet());
    limit(SLOWLY);
    send(files);
    Eventually.isTrue("some are at both", () -> came(node.came()) > 0 && came(web.came()) > 0);

    assertThat(SPOKE.types("study", "hold", HELD)).contains("kept back until", "may yet arrive");
    limit("");
    Eventually.isTrue("nothing is on its way", () -> holdAgain().path("onTheirWay").asInt() == 0);
    List<List<String>> before = List.of(node.came(), web.came());
    before.forEach(came -> assertThat(came).hasSizeLessThan(INSTANCES));
    assertNothingArrivesWhileOthersDo("1", before);
    GATEWAY.killSpoke();
    GATEWAY.startSpoke();
    assertNothingArrivesWhileOthersDo("2", before);

    assertThat(SPOKE.types("study", "release", HELD)).contains("to be sent");
    for (String destination : List.of("hub", "node", "web")) {
      Eventually.isTrue(destination + " has all", () -> delivered(destination).equals(all));
    }
    assertThat(of(HELD, node.came())).containsExactlyInAnyOrderElementsOf(all);
    assertThat(of(HELD, web.came())).containsExactlyInAnyOrderElementsOf(all);
    JsonNode trace = GATEWAY.client().json("/api/studies/" + HELD + "/trace");
    assertThat(trace.findValuesAsString("outcome")).hasSize(INSTANCES).containsOnly("STORED");
    for (InstanceFile file : files) {
      assertThat(atNode(file)).isEqualTo(Digest.ofDataSet(file));
      assertThat(atWeb(file)).isEqualTo(Digest.ofDataSet(file));
    }
  }

  /** The second time from another sender, and with a copy that each destination has by then. */
  @Test
  void whatIsChangedHasTheSameBytesEverywhereHoweverOftenItIsSent() throws Exception {
    SPOKE.types(
        "route",
        "add",
        "renamed",
        "--when",
        "attribute: { tag: StudyInstanceUID, equals: %s }".formatted(CHANGED),
        "--set",
        "InstitutionName=Bệnh viện tỉnh",
        "--send",
        "hub,node,web",
        "--before",
        "everywhere");
    InstanceFile file = series(CHANGED, 1).getFirst();
    String instance = file.sopInstance();

    send(List.of(file));
    Eventually.isTrue("all have it", () -> times(instance, 1));
    String first = atNode(file);
    assertThat(first).isNotEqualTo(Digest.ofDataSet(file)).isEqualTo(atWeb(file));
    assertThat(atHub(file)).isEqualTo(first);
    GATEWAY.both().send("WORKSTATION", List.of(file), _ -> {});
    Eventually.isTrue("all have it again", () -> times(instance, 2));

    assertThat(atNode(file)).isEqualTo(first);
    assertThat(GATEWAY.client().json("/api/conflicts").path("instances")).isEmpty();
    JsonNode trace = GATEWAY.client().json("/api/studies/" + CHANGED + "/trace");
    assertThat(trace.findValuesAsString("outcome"))
        .containsExactlyInAnyOrder("STORED", "DUPLICATE");
  }

  /** Whether each has got it so often. */
  private static boolean times(String instance, int count) throws Exception {
    JsonNode trace = GATEWAY.client().json("/api/studies/" + CHANGED + "/trace");
    return trace.findValuesAsString("outcome").size() == count
        && Collections.frequency(node.came(), instance) == count
        && Collections.frequency(web.came(), instance) == count;
  }

  private static int came(List<String> instances) {
    return of(HELD, instances).size();
  }

  private static List<String> of(String study, List<String> instances) {
    return instances.stream().filter(one -> one.startsWith(study + ".1.")).toList();
  }

  /** Says so again, which changes nothing, and is told what may yet arrive. */
  private static JsonNode holdAgain() throws Exception {
    return JsonMapper.shared().readTree(SPOKE.types("study", "hold", HELD, "--json"));
  }

  private static void assertNothingArrivesWhileOthersDo(String other, List<List<String>> before)
      throws Exception {
    InstanceFile file = series(HELD + ".0." + other, 1).getFirst();
    send(List.of(file));
    String instance = file.sopInstance();
    Eventually.isTrue(
        "another arrives", () -> node.came().contains(instance) && web.came().contains(instance));
    assertThat(of(HELD, node.came())).isEqualTo(of(HELD, before.get(0)));
    assertThat(of(HELD, web.came())).isEqualTo(of(HELD, before.get(1)));
    assertThat(delivered("node")).hasSameElementsAs(of(HELD, before.get(0)));
    assertThat(delivered("web")).hasSameElementsAs(of(HELD, before.get(1)));
  }

  private static Set<String> delivered(String destination) throws Exception {
    return SpokeOperator.traced(SPOKE.trace(HELD), destination, "DELIVERED");
  }

  private static void limit(String rules) throws Exception {
    SPOKE.types("destination", "limit", "node", rules);
    SPOKE.types("destination", "limit", "web", rules);
  }

  private static List<InstanceFile> series(String study, int count) throws IOException {
    return new ArrayList<>(
        new SyntheticSeries(study, 64, 64, 1).write(GATEWAY.folder(study), count));
  }

  private static void send(List<InstanceFile> files) throws InterruptedException {
    assertThat(GATEWAY.send(files)).hasSameSizeAs(files).allMatch(Outcome::isSent);
  }

  private static String atHub(InstanceFile file) throws Exception {
    Path served = GATEWAY.folder("hub-files").resolve(file.sopInstance());
    GATEWAY.client().retrieve(GATEWAY.client().find(file.sopInstance()).orElseThrow(), served);
    return Digest.ofOurs(served);
  }

  private static String atNode(InstanceFile file) throws IOException {
    return Digest.ofOurs(node.file(file.sopInstance()));
  }

  private static String atWeb(InstanceFile file) throws IOException {
    Path kept = GATEWAY.folder("web-files").resolve(file.sopInstance());
    return Digest.ofOurs(Files.write(kept, web.file(file.sopInstance())));
  }
}
