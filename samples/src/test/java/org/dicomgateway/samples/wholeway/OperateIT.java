package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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

  @Test
  void shellsCompleteTheCommandsOfBothServices() throws Exception {
    Command script = Command.gateway(List.of("completion", "bash"));
    assertThat(script.exitCode()).isZero();
    Path file =
        Files.writeString(GATEWAY.folder("completion").resolve("gateway.bash"), script.output());
    assertThat(completed(file, "gateway", "sp")).containsExactly("spoke");
    assertThat(completed(file, "gateway", "spoke", "mod")).containsExactly("modality");
    assertThat(completed(file, "gateway", "spoke", "route", "")).contains("explain", "rollback");
    assertThat(completed(file, "gateway", "spoke", "queue", "--j")).containsExactly("--json");
    assertThat(completed(file, "gateway", "hub", "si")).containsExactly("site");
    assertThat(completed(file, "gateway", "echo", "--call")).containsExactly("--calling-aet");
    assertThat(completed(file, "gateway", "completion", "z")).containsExactly("zsh");
    assertThat(Command.gateway(List.of("completion")).exitCode()).isEqualTo(2);
  }

  private static List<String> completed(Path script, String... words) throws Exception {
    String ask =
        "source '%s'; COMP_WORDS=(%s); COMP_CWORD=%d; _gateway 2>/dev/null; printf '%%s\\n' \"${COMPREPLY[@]}\"";
    StringBuilder quoted = new StringBuilder();
    for (String word : words) {
      quoted.append('\'').append(word).append("' ");
    }
    String line = ask.formatted(script, quoted, words.length - 1);
    return Command.run("bash", "-c", line).output().lines().toList();
  }
}
