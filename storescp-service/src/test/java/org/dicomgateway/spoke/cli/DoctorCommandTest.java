package org.dicomgateway.spoke.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dicomgateway.spoke.admin.RunningSpoke;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class DoctorCommandTest {
  private static final String NOBODY = "--url=http://127.0.0.1:9";
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int doctor(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "spoke";
    all[1] = "doctor";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }

  private String said() {
    return out.toString().replaceAll("\\s+", " ");
  }

  @Test
  void tellsWhatIsWellAndWhatIsNotAndWhatToDo() throws Exception {
    try (RunningSpoke spoke = RunningSpoke.start(folder.resolve("data"))) {
      assertThat(doctor("--url=" + spoke.address(), "--no-image")).isEqualTo(1);
      assertThat(said())
          .contains("ok disk: 1 MiB is written", "answers as GATEWAY", "no damaged files")
          .contains("FAILED hub:", "→ see whether its address is right", "warning clock");
      assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
    }
  }

  @Test
  void sendsATestImageThatWaitsWhileTheLineIsDown() throws Exception {
    try (RunningSpoke spoke = RunningSpoke.start(folder.resolve("data"))) {
      spoke.send("PUT", "/api/modalities/unknown?policy=hold");
      assertThat(doctor("--url=" + spoke.address(), "--json")).isEqualTo(1);
      JsonNode findings = JsonMapper.shared().readTree(out.toString()).path("findings");
      JsonNode last = findings.get(findings.size() - 1);
      assertThat(last.path("about").asString()).isEqualTo("test image");
      assertThat(last.path("level").asString()).isEqualTo("WARNING");
      assertThat(last.path("found").asString()).contains("unknown modality GATEWAY_DOCTOR");
    }
  }

  @Test
  void looksAtWhatItCanWhileTheServiceDoesNotRun() throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("spoke.yaml"),
            """
            data: %s
            aet: GATEWAY
            dicom-port: 0
            admin-port: 0
            hub: http://127.0.0.1:9
            site: s
            token: t
            """
                .formatted(folder.resolve("data")));
    assertThat(doctor(NOBODY, "--config", config.toString())).isEqualTo(1);
    assertThat(said())
        .contains("FAILED service: no spoke at http://127.0.0.1:9", "gateway spoke serve")
        .contains("ok disk:", "ok port: DICOM port", "ok name: hub", "FAILED hub:");
  }

  @Test
  void saysWhichSettingsItWouldNeed() {
    assertThat(doctor(NOBODY)).isEqualTo(1);
    assertThat(said()).contains("FAILED service:", "warning settings:", "--config");
  }
}
