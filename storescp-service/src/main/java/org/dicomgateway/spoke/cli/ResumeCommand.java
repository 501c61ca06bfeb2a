package org.dicomgateway.spoke.cli;

import java.util.concurrent.Callable;
import org.dicomgateway.console.ServiceApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gateway spoke resume}. */
@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    description = "Ends 'gateway spoke pause': sending goes on at the byte where it stopped.",
    footer = {"", "Example: gateway spoke resume"})
final class ResumeCommand implements Callable<Integer> {
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
        api -> api.post("/api/sending/resume?destination=" + ServiceApi.encoded(destination)),
        (answer, out) ->
            out.println(
                answer.path("wasPaused").asBoolean()
                    ? "Sending goes on. 'gateway spoke pause' stops it again."
                    : "Sending was not paused."));
  }
}
