package org.dicomgateway.spoke.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gateway spoke resume}. */
@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    description = "Ends 'gateway spoke pause': sending goes on at the byte where it stopped.",
    footer = {"", "Example: gateway spoke resume"})
final class ResumeCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(
        api -> api.post("/api/sending/resume"),
        (answer, out) ->
            out.println(
                answer.path("wasPaused").asBoolean()
                    ? "Sending goes on. 'gateway spoke pause' stops it again."
                    : "Sending was not paused."));
  }
}
