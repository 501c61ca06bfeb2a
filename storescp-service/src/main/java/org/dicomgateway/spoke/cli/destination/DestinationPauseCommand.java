package org.dicomgateway.spoke.cli.destination;

import java.util.concurrent.Callable;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gateway spoke destination pause NAME}. */
@Command(
    name = "pause",
    mixinStandardHelpOptions = true,
    description =
        "Stops sending to a destination, also across restarts; what is to go there is kept.",
    footer = {"", "Example: gateway spoke destination pause pacs"})
final class DestinationPauseCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Parameters(paramLabel = "NAME", description = "As 'list' lists it.")
  private String name;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(
        api -> api.post("/api/destinations/" + ServiceApi.encoded(name) + "/pause"),
        (health, out) -> {
          out.printf("Nothing is sent to '%s' any more; what is to go there is kept.%n", name);
          out.println("Undo: gateway spoke destination resume " + name);
        });
  }
}
