package org.dicomgateway.hub.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.Paragraph;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code hub status}: asks the hub that runs. */
@Command(
    name = "status",
    description = {
      "Tells how the hub stands: archive, index, disk, and what came from each site, today since"
          + " midnight at the hub."
    },
    footer = {"", "Example: gateway hub status"},
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  @Mixin private HubOptions hub;

  @Override
  public Integer call() throws InterruptedException {
    return hub.run(api -> api.get("/api/status"), StatusCommand::show);
  }

  private static void show(JsonNode status, PrintWriter out) {
    Instant now = Instant.parse(status.path("at").asString());
    out.println("Up        " + Figures.age(status.path("startedAt"), now));
    health("Archive   ", status.path("archive"), out);
    health("Index     ", status.path("index"), out);
    JsonNode disk = status.path("disk");
    out.printf(
        "Disk      %s free of %s%n",
        Figures.bytes(disk.path("free").asLong()), Figures.bytes(disk.path("total").asLong()));
    long instances = 0;
    long bytes = 0;
    for (JsonNode site : status.path("sites")) {
      instances += site.path("instancesToday").asLong();
      bytes += site.path("bytesToday").asLong();
    }
    out.printf("Today     %s, %s%n", Figures.count(instances, "instance"), Figures.bytes(bytes));
    if (status.path("sites").isEmpty()) {
      out.println("No site may send yet: gateway hub site add NAME --data DIR");
    } else {
      SiteTable.lines(status.path("sites")).forEach(out::println);
    }
  }

  private static void health(String label, JsonNode health, PrintWriter out) {
    if (health.path("reachable").asBoolean()) {
      out.println(label + "reachable");
    } else {
      out.println(label + "NOT REACHABLE");
      Paragraph.lines("          ", health.path("reason").asString()).forEach(out::println);
    }
  }
}
