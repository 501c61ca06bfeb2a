package org.dicomgateway.spoke.cli.study;

import java.util.concurrent.Callable;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gateway spoke study send STUDY}. */
@Command(
    name = "send",
    mixinStandardHelpOptions = true,
    description = {
      "Sends what is kept of a study to the hub, whatever the routes say. What is sent cannot be"
          + " taken back."
    },
    footer = {"", "Example: gateway spoke study send 1.2.840.113619.2.55.3.604688119"})
final class StudySendCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Parameters(paramLabel = "STUDY", description = "Study Instance UID.")
  private String study;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(
        api -> api.post("/api/studies/" + ServiceApi.encoded(study) + "/send"),
        StudyReleaseCommand::show);
  }
}
