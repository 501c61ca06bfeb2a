package org.dicomgateway.spoke.cli.destination;

import java.util.concurrent.Callable;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gateway spoke destination rollback VERSION}. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = "Has the destinations of an older version hold again, as a new version.",
    footer = {"", "Example: gateway spoke destination rollback 3"})
final class DestinationRollbackCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;
  @Mixin private DestinationChange change;

  @Parameters(paramLabel = "VERSION", description = "As 'history' lists it; 0: none but the hub.")
  private int version;

  @Option(
      names = "--force",
      description = "Gives up what destinations have not got that are no longer there.")
  private boolean force;

  @Override
  public Integer call() throws InterruptedException {
    return change.rollBack(
        service,
        version,
        force ? DestinationChange.Undelivered.GIVEN_UP : DestinationChange.Undelivered.KEPT);
  }
}
