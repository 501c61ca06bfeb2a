package org.dicomgateway.spoke.cli.destination;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.Paragraph;
import org.dicomgateway.console.Table;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code gateway spoke destination list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "Lists where images go, and how each destination stands.",
      "WAIT: instances it has not got; PARKED: those that wait for a person; DONE: those it has, as"
          + " far as they are still here."
    },
    footer = {"", "Example: gateway spoke destination list"})
final class DestinationListCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(api -> api.get("/api/destinations"), this::show);
  }

  private void show(JsonNode all, PrintWriter out) {
    Instant now = Instant.parse(all.path("at").asString());
    Table table = new Table("NAME", "TYPE", "STATE", ">WAIT", ">PARKED", ">DONE", ">SIZE", ">AGE");
    for (JsonNode one : all.path("destinations")) {
      JsonNode instances = one.path("instances");
      table.row(
          one.path("name").asString(),
          one.path("kind").asString(),
          one.path("health").path("state").asString().toLowerCase(Locale.ROOT),
          count(instances, "WAITING") + count(instances, "SENDING"),
          count(instances, "PARKED"),
          count(instances, "DELIVERED"),
          Figures.bytes(bytes(instances, "WAITING") + bytes(instances, "SENDING")),
          Figures.age(one.path("oldestWaiting"), now));
      table.across("    " + one.path("address").asString());
      String reason = one.path("health").path("reason").asString("");
      if (!reason.isEmpty()) {
        Paragraph.lines("    ", reason).forEach(table::across);
      }
    }
    table.lines().forEach(out::println);
  }

  private static long count(JsonNode instances, String state) {
    return instances.path(state).path("count").asLong();
  }

  private static long bytes(JsonNode instances, String state) {
    return instances.path(state).path("bytes").asLong();
  }
}
