package org.dicomgateway.spoke.cli;

import java.util.concurrent.Callable;
import org.dicomgateway.console.ServiceApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gateway spoke trace STUDY}. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description = {
      "Tells the way of a study from C-STORE to the hub's index, with the time stamps of both"
          + " sides, and what is in conflict there; and what became of it at every other"
          + " destination: what it will not take, and why.",
      "Times of the hub are by its clock."
    },
    footer = {"", "Example: gateway spoke trace 1.2.840.113619.2.55.3.604688119 --instances"})
final class TraceCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Parameters(paramLabel = "STUDY", description = "Study Instance UID.")
  private String study;

  @Option(names = "--instances", description = "Each instance, too.")
  private boolean instances;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(
        api -> api.get("/api/studies/" + ServiceApi.encoded(study) + "/trace"),
        (answer, out) -> {
          DestinationTraceText others = new DestinationTraceText(answer);
          new TraceText(answer).summary().forEach(out::println);
          others.summary().forEach(out::println);
          if (instances) {
            out.println();
            new InstanceTraceText(answer).lines().forEach(out::println);
            others.instances().forEach(out::println);
          }
        });
  }
}
