package org.dicomgateway.spoke.cli.study;

import java.util.List;
import java.util.concurrent.Callable;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gateway spoke study send STUDY}. */
@Command(
    name = "send",
    mixinStandardHelpOptions = true,
    description = {
      "Sends what is kept of a study to the hub, whatever the routes say; with --to, all of it that"
          + " is here to those destinations, besides where it goes already. What is sent cannot be"
          + " taken back."
    },
    footer = {"", "Example: gateway spoke study send 1.2.840.113619.2.55.3.604688119 --to pacs"})
final class StudySendCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Parameters(paramLabel = "STUDY", description = "Study Instance UID.")
  private String study;

  @Option(
      names = "--to",
      paramLabel = "NAME",
      split = ",",
      description = "Destinations, as 'gateway spoke destination list' lists them.")
  private List<String> to = List.of();

  @Override
  public Integer call() throws InterruptedException {
    return service.run(
        api ->
            api.post(
                "/api/studies/%s/send?to=%s"
                    .formatted(
                        ServiceApi.encoded(study), ServiceApi.encoded(String.join(",", to)))),
        StudyReleaseCommand::show);
  }
}
