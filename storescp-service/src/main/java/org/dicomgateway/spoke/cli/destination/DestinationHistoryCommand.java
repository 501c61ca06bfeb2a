package org.dicomgateway.spoke.cli.destination;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.dicomgateway.console.Table;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code gateway spoke destination history}. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description =
        "Lists the versions of the destinations, the newest first: when, by whom and why.",
    footer = {"", "Example: gateway spoke destination history"})
final class DestinationHistoryCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  @Mixin private ServiceOptions service;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(
        api -> api.get("/api/destinations/versions"), DestinationHistoryCommand::show);
  }

  private static void show(JsonNode versions, PrintWriter out) {
    if (versions.isEmpty()) {
      out.println("No destinations were ever written: there is the hub alone.");
      return;
    }
    Table table = new Table(">VERSION", "WHEN", "BY", "WHY");
    for (JsonNode version : versions) {
      table.row(
          version.path("number").asInt(),
          TIME.format(Instant.parse(version.path("at").asString())),
          version.path("by").asString(""),
          version.path("why").asString(""));
    }
    table.lines().forEach(out::println);
  }
}
