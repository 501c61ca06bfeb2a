package org.dicomgateway.spoke.cli.destination;

import java.util.concurrent.Callable;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gateway spoke destination resume NAME}. */
@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    description = "Ends 'gateway spoke destination pause'.",
    footer = {"", "Example: gateway spoke destination resume pacs"})
final class DestinationResumeCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Parameters(paramLabel = "NAME", description = "As 'list' lists it.")
  private String name;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(
        api -> api.post("/api/destinations/" + ServiceApi.encoded(name) + "/resume"),
        (health, out) -> {
          out.printf("Sending to '%s' goes on.%n", name);
          out.println("Undo: gateway spoke destination pause " + name);
        });
  }
}
