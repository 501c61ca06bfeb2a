package org.dicomgateway.spoke.cli.destination;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.dicomgateway.console.ExitCode;
import org.dicomgateway.console.Paragraph;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.console.ServiceException;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code gateway spoke destination test NAME}. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Asks a destination whether it would take images now; sends none.",
      "Exit code 0 if it would, 1 if not: what is wrong, and what to do."
    },
    footer = {"", "Example: gateway spoke destination test pacs"})
final class DestinationTestCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Parameters(paramLabel = "NAME", description = "As 'list' lists it.")
  private String name;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(
        api -> {
          JsonNode probe = api.post("/api/destinations/" + ServiceApi.encoded(name) + "/test");
          if (!probe.path("outcome").asString().equals("REACHED")) {
            throw new ServiceException(
                ExitCode.FAILED,
                "'%s' takes no images: %s. %s"
                    .formatted(
                        name,
                        probe.path("found").asString(),
                        sentence(probe.path("remedy").asString(""))));
          }
          return probe;
        },
        this::show);
  }

  /** Remedies are told behind an arrow elsewhere, with a small letter and without an end. */
  private static String sentence(String remedy) {
    if (remedy.isEmpty()) {
      return "";
    }
    String begun = Character.toUpperCase(remedy.charAt(0)) + remedy.substring(1);
    return begun.matches("(?s).*[.?!]") ? begun : begun + ".";
  }

  private void show(JsonNode probe, PrintWriter out) {
    String said = "'%s' takes images: %s".formatted(name, probe.path("found").asString());
    Paragraph.lines("", said).forEach(out::println);
  }
}
