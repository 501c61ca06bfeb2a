package org.dicomgateway.spoke.cli;

import java.util.concurrent.Callable;
import org.dicomgateway.console.ServiceApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gateway spoke retry}. */
@Command(
    name = "retry",
    mixinStandardHelpOptions = true,
    description = {
      "Sends parked instances after all: those the hub rejected, or whose file could not be read.",
      "See to the reason first, or they are parked again."
    },
    footer = {
      "",
      "Examples:",
      "  gateway spoke retry                  all that are parked",
      "  gateway spoke retry 1.2.840.99.1     those of a study"
    })
final class RetryCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Parameters(
      arity = "0..1",
      paramLabel = "STUDY",
      defaultValue = "",
      description = "Study Instance UID; without it, of every study.")
  private String study;

  @Option(
      names = "--instance",
      paramLabel = "UID",
      defaultValue = "",
      description = "One instance alone, by its SOP Instance UID.")
  private String instance;

  @Option(
      names = "--destination",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Those of one destination alone.")
  private String destination;

  @Override
  public Integer call() throws InterruptedException {
    String path =
        "/api/retry?study=%s&instance=%s&destination=%s"
            .formatted(
                ServiceApi.encoded(study),
                ServiceApi.encoded(instance),
                ServiceApi.encoded(destination));
    return service.run(
        api -> api.post(path),
        (answer, out) -> {
          int count = answer.path("retried").asInt();
          out.println(
              count == 0
                  ? "Nothing is parked."
                  : count + " instances wait to be sent. 'gateway spoke queue' shows them.");
        });
  }
}
