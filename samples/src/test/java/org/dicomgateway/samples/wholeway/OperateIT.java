package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.dimse.service.InstanceSender.Outcome;
import org.dicomgateway.samples.ordeal.SyntheticSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an IT officer types, with a hub and a spoke that run. */
class OperateIT {
  private static final String HELD = "2.25.20261122077";
  private static final int SLICES = 8;

  @RegisterExtension static final RunningGateway GATEWAY = RunningGateway.withSmallHeaps();

  private static final SpokeOperator SPOKE = new SpokeOperator(GATEWAY);

  @Test
  void theDoctorsImageIsAtTheHubOnceHoweverOftenItIsSent() throws Exception {
    for (int i = 0; i < 2; i++) {
      String doctor = SPOKE.types("doctor", "--json");
      JsonNode findings = JsonMapper.shared().readTree(doctor).path("findings");
      assertThat(findings)
          .as(doctor)
          .noneMatch(finding -> finding.path("level").asString().equals("FAILED"))
          .anyMatch(finding -> finding.path("found").asString().contains("indexed at the hub"))
          .anyMatch(finding -> finding.path("found").asString().contains("takes the token"));
    }
    JsonNode images = GATEWAY.client().json("/dicomweb/instances?PatientName=GATEWAY%5ETEST");
    assertThat(images).hasSize(1);
    assertThat(GATEWAY.client().json("/api/conflicts").path("instances")).isEmpty();
  }

  @Test
  void aStudyThatIsHeldWhileTheLineIsCutStaysThroughEverythingAndGoesOnceItIsReleased()
      throws Exception {
    List<InstanceFile> slices =
        new SyntheticSeries(HELD, 32, 32, 1).write(GATEWAY.folder("held"), SLICES);
    GATEWAY.killHub();
    assertThat(GATEWAY.send(slices.subList(0, 6))).allMatch(Outcome::isSent);
    Eventually.isTrue("all wait", () -> standings().path("QUEUED").asInt() == 6);
    assertThat(SPOKE.types("study", "hold", HELD, "--reason", "wrong patient"))
        .contains("6 instances kept back", "Undo: gateway spoke study release " + HELD);
    GATEWAY.startHub();
    SPOKE.types("destination", "test", "hub");
    assertHeldBackWhileOthersGo("1");

    GATEWAY.killSpoke();
    for (String database : List.of("routes.db", "queue.db")) {
      for (String suffix : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(GATEWAY.spokeFolder().resolve(database + suffix));
      }
    }
    GATEWAY.startSpoke();
    assertThat(GATEWAY.send(slices.subList(6, SLICES))).allMatch(Outcome::isSent);
    Eventually.isTrue("all are held", () -> standings().path("HELD").asInt() == SLICES);
    assertHeldBackWhileOthersGo("2");

    assertThat(SPOKE.types("study", "release", HELD)).contains(SLICES + " instances to be sent");
    Eventually.isTrue("all arrive", () -> GATEWAY.client().metadata(HELD).size() == SLICES);
    JsonNode trace = GATEWAY.client().json("/api/studies/" + HELD + "/trace");
    assertThat(trace.findValuesAsString("outcome")).hasSize(SLICES).containsOnly("STORED");
  }

  private static void assertHeldBackWhileOthersGo(String other) throws Exception {
    String study = HELD + "." + other;
    GATEWAY.send(new SyntheticSeries(study, 32, 32, 1).write(GATEWAY.folder(other), 1));
    Eventually.isTrue("another arrives", () -> !GATEWAY.client().metadata(study).isEmpty());
    assertThat(GATEWAY.client().metadata(HELD)).isEmpty();
  }

  private static JsonNode standings() throws Exception {
    return SPOKE.api().json("/api/studies/" + HELD).path("study").path("standings");
  }
}
