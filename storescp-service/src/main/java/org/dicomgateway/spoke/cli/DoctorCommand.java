package org.dicomgateway.spoke.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dicomgateway.console.ExitCode;
import org.dicomgateway.console.Paragraph;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.console.ServiceException;
import org.dicomgateway.settings.SettingException;
import org.dicomgateway.settings.SettingSources;
import org.dicomgateway.settings.SettingsFile;
import org.dicomgateway.spoke.config.Checks;
import org.dicomgateway.spoke.config.Setting;
import org.dicomgateway.spoke.config.SpokeSettings;
import org.dicomgateway.spoke.doctor.Doctor.TestImage;
import org.dicomgateway.spoke.doctor.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code gateway spoke doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Looks whether everything is there that a spoke needs: disk, clock, ports, names,"
          + " certificates, destinations, what waits; and sends a test image to the hub (patient"
          + " GATEWAY^TEST, of the year 2000, one study for each site however often it is sent).",
      "",
      "While the spoke does not run, it looks at what can be seen without it, by the settings of"
          + " --config and the environment."
    },
    footer = {
      "",
      "Examples:",
      "  gateway spoke doctor",
      "  gateway spoke doctor --no-image --config /etc/gateway/spoke.yaml"
    })
final class DoctorCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Option(names = "--no-image", description = "Sends no test image.")
  private boolean withoutImage;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "${env:GATEWAY_CONFIG}",
      description = "Settings of 'serve', for while it does not run.")
  private Path config;

  @Spec private CommandSpec spec;

  private boolean failed;

  @Override
  public Integer call() throws InterruptedException {
    int code = service.run(this::examined, this::show);
    return code == 0 && failed ? ExitCode.FAILED.number() : code;
  }

  private JsonNode examined(ServiceApi api) throws ServiceException, InterruptedException {
    JsonNode answer;
    try {
      answer = api.post("/api/doctor?image=" + !withoutImage);
    } catch (ServiceException e) {
      if (e.exitCode() != ExitCode.UNREACHABLE) {
        throw e;
      }
      answer = standing(e);
    }
    for (JsonNode finding : answer.path("findings")) {
      failed |= finding.path("level").asString().equals("FAILED");
    }
    return answer;
  }

  private JsonNode standing(ServiceException why) throws ServiceException, InterruptedException {
    Finding notRunning =
        Finding.failed("service", why.getMessage(), "start it with 'gateway spoke serve'");
    try {
      Map<String, String> file =
          config == null ? Map.of() : SettingsFile.read(config, Setting.keys(), Setting.lists());
      SpokeSettings settings =
          SpokeSettings.of(new SettingSources(Map.of(), System.getenv(), file));
      List<Finding> findings = new Checks(settings).standing().examine(TestImage.NOT_SENT);
      return answer(notRunning, findings);
    } catch (SettingException e) {
      return answer(
          notRunning,
          List.of(
              Finding.warning(
                  "settings",
                  e.getMessage(),
                  "name the file that 'serve' has with --config: then more can be looked at")));
    }
  }

  private static JsonNode answer(Finding first, List<Finding> others) {
    List<Finding> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return JsonMapper.shared().valueToTree(Map.of("at", Instant.now().toString(), "findings", all));
  }

  private void show(JsonNode answer, PrintWriter out) {
    for (JsonNode finding : answer.path("findings")) {
      String level = finding.path("level").asString();
      List<String> lines =
          Paragraph.lines(
              " ".repeat(10),
              finding.path("about").asString() + ": " + finding.path("found").asString());
      out.println(mark(level) + lines.getFirst().substring(10));
      lines.stream().skip(1).forEach(out::println);
      String remedy = finding.path("remedy").asString();
      if (!remedy.isEmpty()) {
        Paragraph.lines(" ".repeat(10), "→ " + remedy).forEach(out::println);
      }
    }
  }

  private String mark(String level) {
    return switch (level) {
      case "OK" -> service.styled("green", "ok") + " ".repeat(8);
      case "WARNING" -> service.styled("yellow", "warning") + " ".repeat(3);
      default -> service.styled("bold,red", "FAILED") + " ".repeat(4);
    };
  }
}
