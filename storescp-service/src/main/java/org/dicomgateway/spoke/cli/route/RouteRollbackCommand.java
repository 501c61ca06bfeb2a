package org.dicomgateway.spoke.cli.route;

import java.util.concurrent.Callable;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gateway spoke route rollback VERSION}. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = "Has the routes of an older version hold again, as a new version.",
    footer = {"", "Example: gateway spoke route rollback 3"})
final class RouteRollbackCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;
  @Mixin private RouteChange change;

  @Parameters(
      paramLabel = "VERSION",
      description = "As 'history' lists it; 0: no rules, everything goes to the hub.")
  private int version;

  @Override
  public Integer call() throws InterruptedException {
    return change.rollBack(service, version);
  }
}
