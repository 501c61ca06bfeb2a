package org.dicomgateway.spoke.cli.destination;

import java.util.concurrent.Callable;
import org.dicomgateway.spoke.cli.ServiceOptions;
import org.dicomgateway.spoke.cli.VersionTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gateway spoke destination history}. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description =
        "Lists the versions of the destinations, the newest first: when, by whom and why.",
    footer = {"", "Example: gateway spoke destination history"})
final class DestinationHistoryCommand implements Callable<Integer> {
  private static final String NONE = "No destinations were ever written: there is the hub alone.";

  @Mixin private ServiceOptions service;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(
        api -> api.get("/api/destinations/versions"),
        (versions, out) -> VersionTable.show(versions, NONE, out));
  }
}
