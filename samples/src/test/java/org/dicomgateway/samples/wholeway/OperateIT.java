package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an IT officer types, with a hub and a spoke that run. */
class OperateIT {
  @RegisterExtension static final RunningGateway GATEWAY = RunningGateway.withSmallHeaps();

  @Test
  void theDoctorsImageIsAtTheHubOnceHoweverOftenItIsSent() throws Exception {
    for (int i = 0; i < 2; i++) {
      String url = GATEWAY.spoke().admin().toString();
      Command doctor = Command.gateway(List.of("spoke", "doctor", "--url", url, "--json"));
      assertThat(doctor.exitCode()).as(doctor.output()).isZero();
      JsonNode findings = JsonMapper.shared().readTree(doctor.output()).path("findings");
      assertThat(findings)
          .as(doctor.output())
          .noneMatch(finding -> finding.path("level").asString().equals("FAILED"))
          .anyMatch(finding -> finding.path("found").asString().contains("indexed at the hub"))
          .anyMatch(finding -> finding.path("found").asString().contains("takes the token"));
    }
    JsonNode images = GATEWAY.client().json("/dicomweb/instances?PatientName=GATEWAY%5ETEST");
    assertThat(images).hasSize(1);
    assertThat(GATEWAY.client().json("/api/conflicts").path("instances")).isEmpty();
  }
}
