package org.dicomgateway.spoke.cli.destination;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code gateway spoke destination show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Prints the file of destinations, or that of an older version.",
    footer = {"", "Example: gateway spoke destination show > destinations.yaml"})
final class DestinationShowCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Parameters(
      arity = "0..1",
      paramLabel = "VERSION",
      defaultValue = "0",
      description = "As 'history' lists it; without it, the one that holds.")
  private int version;

  @Override
  public Integer call() throws InterruptedException {
    String path = version == 0 ? "/api/destinations/file" : "/api/destinations/versions/" + version;
    return service.run(api -> api.get(path), DestinationShowCommand::show);
  }

  private static void show(JsonNode file, PrintWriter out) {
    String text = file.path("text").asString("");
    out.print(text.isEmpty() ? "# none beside the hub of the spoke's settings\n" : text);
  }
}
