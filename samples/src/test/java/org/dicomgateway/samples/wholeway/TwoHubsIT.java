package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.dimse.service.InstanceSender.Outcome;
import org.dicomgateway.samples.ordeal.SyntheticSeries;
import org.dicomgateway.samples.services.Hub;
import org.dicomgateway.samples.services.Installation;
import org.dicomgateway.samples.services.Installation.Program;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** One study to two hubs at once, of which each is down for a while, and the spoke too. */
@Timeout(300)
class TwoHubsIT {
  private static final String STUDY = "2.25.20261122055";
  private static final int INSTANCES = 30;
  private static final int FIRST = 6;
  private static final int NEXT = 18;

  private static final Pattern STEPS_AT_SECOND =
      Pattern.compile(
          "second \\(hub\\)\nreceived +\\d.*\narchived +\\d.*\nindexed +\\d.* 30 stored\n");

  @RegisterExtension static final RunningGateway GATEWAY = RunningGateway.withSmallHeaps();

  private static final SpokeOperator SPOKE = new SpokeOperator(GATEWAY);

  private static Hub second;

  @AfterAll
  static void stop() {
    if (second != null) {
      second.close();
    }
  }

  @Test
  void bothEndCompleteExactlyOnceThoughEachWasDownForAWhile() throws Exception {
    String token = Hub.addSite(GATEWAY.folder("second"), "clinic");
    startSecond(0);
    Path tokenFile = Files.writeString(GATEWAY.folder("tokens").resolve("second"), token);
    String url = second.address().toString();
    SPOKE.types(
        "destination",
        "add",
        "second",
        "--hub",
        url,
        "--site",
        "clinic",
        "--bearer-file",
        tokenFile.toString());
    assertThat(SPOKE.types("destination", "test", "second"))
        .contains("takes the token of site clinic");
    SPOKE.types("route", "add", "both", "--send", "hub,second");
    List<InstanceFile> files =
        new SyntheticSeries(STUDY, 128, 128, 1).write(GATEWAY.folder("study"), INSTANCES);

    send(files.subList(0, FIRST));
    SPOKE.awaitState("hub", "DELIVERED", FIRST);
    SPOKE.awaitState("second", "DELIVERED", FIRST);

    second.process().kill();
    send(files.subList(FIRST, NEXT));
    SPOKE.awaitState("hub", "DELIVERED", NEXT);
    Eventually.isTrue("the second is down", () -> SPOKE.isDown("second"));
    assertThat(SPOKE.types("trace", STUDY))
        .contains(
            "second (hub): 6 delivered, 12 ", "; down since", "second (hub) cannot be asked:");
    assertThat(SPOKE.types("status")).contains("To second: down, 12 instances to go");

    GATEWAY.killSpoke();
    GATEWAY.startSpoke();
    startSecond(second.address().getPort());
    GATEWAY.killHub();
    send(files.subList(NEXT, INSTANCES));
    SPOKE.types("destination", "test", "second");
    SPOKE.awaitState("second", "DELIVERED", INSTANCES);
    assertThat(SPOKE.status("hub").at("/instances/DELIVERED/count").asInt()).isEqualTo(NEXT);

    assertThat(SPOKE.types("trace", STUDY))
        .contains("The hub cannot be asked:")
        .containsPattern(STEPS_AT_SECOND);

    GATEWAY.startHub();
    SPOKE.types("destination", "test", "hub");
    SPOKE.awaitState("hub", "DELIVERED", INSTANCES);

    Set<String> all = files.stream().map(InstanceFile::sopInstance).collect(Collectors.toSet());
    assertHasAllOnce(GATEWAY.client(), all);
    assertHasAllOnce(new HubClient(second.address()), all);
    assertTraced(all);
  }

  private static void startSecond(int port) throws IOException {
    List<String> options = new ArrayList<>(Installation.own().quickStart(Program.HUB));
    options.add("-Xmx256m");
    second = Hub.start(new Hub.Setup(GATEWAY.folder("second"), port, options, List.of()));
  }

  private static void send(List<InstanceFile> files) throws InterruptedException {
    assertThat(GATEWAY.send(files)).hasSameSizeAs(files).allMatch(Outcome::isSent);
  }

  private static void assertHasAllOnce(HubClient hub, Set<String> all) throws Exception {
    hub.awaitMetadata(STUDY, all);
    assertThat(hub.all()).extracting(HubClient.Address::instance).hasSize(INSTANCES);
    assertThat(hub.json("/api/conflicts").path("instances")).isEmpty();
    JsonNode trace = hub.json("/api/studies/" + STUDY + "/trace");
    assertThat(trace.findValuesAsString("outcome")).hasSize(INSTANCES).containsOnly("STORED");
  }

  private static void assertTraced(Set<String> all) throws Exception {
    JsonNode trace = SPOKE.trace(STUDY);
    assertThat(trace.path("destinations")).hasSize(2);
    for (JsonNode destination : trace.path("destinations")) {
      JsonNode instances = destination.path("instances");
      assertThat(instances.findValuesAsString("state")).containsOnly("DELIVERED");
      assertThat(instances.findValuesAsString("sopInstanceUid"))
          .as(destination.path("name").asString())
          .containsExactlyInAnyOrderElementsOf(all);
    }
    assertThat(outcomes(trace.path("hub"))).containsExactlyInAnyOrderElementsOf(all);
    JsonNode other = trace.path("otherHubs").path(0);
    assertThat(other.path("name").asString()).isEqualTo("second");
    assertThat(outcomes(other.path("hub"))).containsExactlyInAnyOrderElementsOf(all);
    assertThat(trace.path("decisions"))
        .hasSize(INSTANCES)
        .allMatch(one -> one.path("destinations").size() == 2);
    assertThat(SPOKE.types("trace", STUDY))
        .contains("second (hub): 30 delivered")
        .containsPattern(STEPS_AT_SECOND)
        .doesNotContain("down since", "cannot be asked");
  }

  /** Instances that a hub says it has stored. */
  private static List<String> outcomes(JsonNode hub) {
    assertThat(hub.findValuesAsString("outcome")).containsOnly("STORED");
    return hub.findValuesAsString("sopInstanceUid");
  }
}
