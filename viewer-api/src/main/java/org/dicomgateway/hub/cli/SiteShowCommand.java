package org.dicomgateway.hub.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.ServiceApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code hub site show NAME}: asks the hub that runs. */
@Command(
    name = "show",
    description = "Tells what came from a site.",
    footer = {"", "Example: gateway hub site show song-lam"},
    mixinStandardHelpOptions = true)
final class SiteShowCommand implements Callable<Integer> {
  @Mixin private HubOptions hub;

  @Parameters(paramLabel = "NAME", description = "the site's")
  private String name;

  @Override
  public Integer call() throws InterruptedException {
    return hub.run(api -> api.get("/api/sites/" + ServiceApi.encoded(name)), SiteShowCommand::show);
  }

  private static void show(JsonNode site, PrintWriter out) {
    out.println("Site        " + site.path("site").asString());
    out.println("Last heard  " + Figures.time(site.path("lastPack")));
    out.printf(
        "Today       %s, %s%n",
        Figures.count(site.path("instancesToday").asLong(), "instance"),
        Figures.bytes(site.path("bytesToday").asLong()));
    out.printf(
        "In all      %s in %d packs, %s%n",
        site.path("studies").asLong() == 1 ? "1 study" : site.path("studies").asLong() + " studies",
        site.path("packs").asLong(),
        Figures.bytes(site.path("bytes").asLong()));
    long conflicts = site.path("conflicts").asLong();
    out.println("Conflicts   " + conflicts);
    if (conflicts > 0) {
      out.println("GET /api/conflicts lists them, 'gateway hub study show' those of a study");
    }
  }
}
