package org.dicomgateway.hub.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hub site list}: asks the hub that runs. */
@Command(
    name = "list",
    description = "Lists the sites: when something of each was indexed last, and how much it was.",
    footer = {"", "Example: gateway hub site list"},
    mixinStandardHelpOptions = true)
final class SiteListCommand implements Callable<Integer> {
  @Mixin private HubOptions hub;

  @Override
  public Integer call() throws InterruptedException {
    return hub.run(
        api -> api.get("/api/sites"),
        (sites, out) -> {
          if (sites.isEmpty()) {
            out.println("No site may send yet: gateway hub site add NAME --data DIR");
          } else {
            SiteTable.lines(sites).forEach(out::println);
          }
        });
  }
}
