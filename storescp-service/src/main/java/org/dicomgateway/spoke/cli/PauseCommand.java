package org.dicomgateway.spoke.cli;

import java.util.concurrent.Callable;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.ServiceApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gateway spoke pause}. */
@Command(
    name = "pause",
    mixinStandardHelpOptions = true,
    description = {
      "Stops sending to the hub, also across restarts; receiving goes on.",
      "What is on its way stops at the next piece, and goes on there after 'gateway spoke resume'."
    },
    footer = {"", "Example: gateway spoke pause"})
final class PauseCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Option(
      names = "--destination",
      paramLabel = "NAME",
      defaultValue = "hub",
      description = "Another destination than the hub.")
  private String destination;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(
        api -> api.post("/api/sending/pause?destination=" + ServiceApi.encoded(destination)),
        (answer, out) ->
            out.printf(
                answer.path("wasPaused").asBoolean()
                    ? "Sending was paused already, since %s. 'gateway spoke resume' ends it.%n"
                    : "Sending is paused since %s. 'gateway spoke resume' ends it.%n",
                Figures.time(answer.path("pausedSince"))));
  }
}
