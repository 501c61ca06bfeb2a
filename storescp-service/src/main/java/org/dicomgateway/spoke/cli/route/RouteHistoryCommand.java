package org.dicomgateway.spoke.cli.route;

import java.util.concurrent.Callable;
import org.dicomgateway.spoke.cli.ServiceOptions;
import org.dicomgateway.spoke.cli.VersionTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gateway spoke route history}. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = "Lists the versions of the routes, the newest first: when, by whom and why.",
    footer = {"", "Example: gateway spoke route history"})
final class RouteHistoryCommand implements Callable<Integer> {
  private static final String NONE = "No routes were ever written: everything goes to the hub.";

  @Mixin private ServiceOptions service;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(
        api -> api.get("/api/routes/versions"),
        (versions, out) -> VersionTable.show(versions, NONE, out));
  }
}
