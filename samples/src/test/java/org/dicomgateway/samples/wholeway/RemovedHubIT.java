package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** A second hub that is removed while much waits for it, and the spoke is killed right after. */
@Timeout(300)
class RemovedHubIT {
  private static final String STUDY = "2.25.20261122066";
  private static final String ALONE = "2.25.20261122067";
  private static final int INSTANCES = 30;
  private static final int FIRST = 6;

  /** What is everywhere is deleted at once. */
  @RegisterExtension
  static final RunningGateway GATEWAY =
      RunningGateway.withSmallHeaps().spokeOptions(List.of("--keep-days", "0"));

  private static final SpokeOperator SPOKE = new SpokeOperator(GATEWAY);

  private static Hub second;

  @AfterAll
  static void stop() {
    if (second != null) {
      second.close();
    }
  }

  @Test
  void leavesNoTraceAndHoldsNothingBackAndWhatWasItsAloneCanStillBeSent() throws Exception {
    addSecond();
    List<InstanceFile> files = series(STUDY, INSTANCES);
    List<InstanceFile> alone = series(ALONE, 2);
    send(files.subList(0, FIRST));
    HubClient back = new HubClient(second.address());
    Eventually.isTrue("the second has it", () -> back.metadata(STUDY).size() == FIRST);
    Eventually.isTrue("what is everywhere is deleted", () -> spooled() == 0);
    second.process().kill();
    send(files.subList(FIRST, INSTANCES));
    send(alone);
    SPOKE.awaitState("hub", "DELIVERED", INSTANCES - FIRST);
    Eventually.isTrue("the second is down", () -> SPOKE.isDown("second"));
    int left = INSTANCES - FIRST + alone.size();
    Eventually.isTrue(
        "all waits for the second", () -> count("WAITING") + count("SENDING") == left);
    assertThat(spooled()).isEqualTo(left);

    assertThat(removed()).contains("rule 'for the second alone', 'both' sends to it");
    SPOKE.types("route", "remove", "both");
    SPOKE.types("route", "remove", "for the second alone");
    assertThat(removed())
        .contains("'second' has not got 26 instances", "--force", "gateway spoke study list");
    String said = SPOKE.types("destination", "remove", "second", "--force");
    GATEWAY.killSpoke();
    GATEWAY.startSpoke();

    assertNothingIsLeft(alone);
    assertThat(said.replaceAll("\\s+", " "))
        .contains(
            "Destination 'second' is removed: version 2.",
            "'gateway spoke study list --state unrouted'",
            "'gateway spoke study send STUDY --to NAME'",
            "Undo: gateway spoke destination rollback 1");
    assertHasAllOnce(GATEWAY.client(), STUDY, files);

    SPOKE.types("destination", "rollback", "1");
    startSecond(second.address().getPort());
    SPOKE.types("study", "send", ALONE, "--to", "second");
    Eventually.isTrue("its own is there", () -> back.metadata(ALONE).size() == alone.size());
    assertHasAllOnce(back, ALONE, alone);
    Eventually.isTrue("it is deleted then", () -> spooled() == 0);
  }

  private static void assertNothingIsLeft(List<InstanceFile> alone) throws Exception {
    JsonNode destinations = SPOKE.api().json("/api/destinations").path("destinations");
    assertThat(destinations.findValuesAsString("name")).containsExactly("hub");
    assertThat(SPOKE.api().json("/api/queue").toString()).doesNotContain("second");
    try (Stream<Path> queues = Files.list(GATEWAY.spokeFolder().resolve("queues"))) {
      assertThat(queues).isEmpty();
    }
    Eventually.isTrue("what the first hub has is deleted", () -> spooled() == alone.size());
    assertThat(SPOKE.types("study", "list", "--state", "unrouted"))
        .contains(ALONE)
        .doesNotContain(STUDY);
    assertThat(SPOKE.types("study", "show", ALONE).replaceAll("\\s+", " "))
        .contains("'second' was removed before it had it");
  }

  private static void addSecond() throws Exception {
    String token = Hub.addSite(GATEWAY.folder("second"), "clinic");
    startSecond(0);
    Path tokenFile = Files.writeString(GATEWAY.folder("tokens").resolve("second"), token);
    SPOKE.types(
        "destination",
        "add",
        "second",
        "--hub",
        second.address().toString(),
        "--site",
        "clinic",
        "--bearer-file",
        tokenFile.toString());
    SPOKE.types(
        "route",
        "add",
        "for the second alone",
        "--when",
        "attribute: { tag: StudyInstanceUID, equals: %s }".formatted(ALONE),
        "--send",
        "second");
    SPOKE.types("route", "add", "both", "--send", "hub,second");
  }

  private static void startSecond(int port) throws IOException {
    List<String> options = new ArrayList<>(Installation.own().quickStart(Program.HUB));
    options.add("-Xmx256m");
    second = Hub.start(new Hub.Setup(GATEWAY.folder("second"), port, options, List.of()));
  }

  private static int count(String state) throws Exception {
    return SPOKE.status("second").at("/instances/" + state + "/count").asInt();
  }

  /** What is said to who would remove it just so. */
  private static String removed() throws Exception {
    Command command = SPOKE.tries("destination", "remove", "second");
    assertThat(command.exitCode()).as(command.output()).isNotZero();
    return command.output().replaceAll("\\s+", " ");
  }

  private static long spooled() throws IOException {
    try (Stream<Path> files = Files.walk(GATEWAY.spokeFolder().resolve("spool"))) {
      return files.filter(file -> file.toString().endsWith(".inst")).count();
    }
  }

  private static List<InstanceFile> series(String study, int count) throws IOException {
    return new SyntheticSeries(study, 64, 64, 1).write(GATEWAY.folder(study), count);
  }

  private static void send(List<InstanceFile> files) throws InterruptedException {
    assertThat(GATEWAY.send(files)).hasSameSizeAs(files).allMatch(Outcome::isSent);
  }

  private static void assertHasAllOnce(HubClient hub, String study, List<InstanceFile> files)
      throws Exception {
    Set<String> all = files.stream().map(InstanceFile::sopInstance).collect(Collectors.toSet());
    hub.awaitMetadata(study, all);
    assertThat(hub.metadata(study)).isEqualTo(all);
    JsonNode trace = hub.json("/api/studies/" + study + "/trace");
    assertThat(trace.findValuesAsString("outcome")).hasSameSizeAs(all).containsOnly("STORED");
  }
}
