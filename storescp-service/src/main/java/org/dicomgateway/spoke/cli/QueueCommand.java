package org.dicomgateway.spoke.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code gateway spoke queue}. */
@Command(
    name = "queue",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the studies that are not everywhere they go yet, the most urgent and longest waiting first.",
      "",
      "WHY: sending; queued (others go first); preparing (being compressed); limited (a bandwidth"
          + " limit lets nothing pass, see below the list); paused; line down; token refused; parked"
          + " (see 'gateway spoke retry').",
      "WAIT, SEND, PARKED, DONE: instances that wait, are in a pack on its way, wait for a person,"
          + " and are at the hub."
    },
    footer = {"", "Example: gateway spoke queue"})
final class QueueCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Option(
      names = "--destination",
      paramLabel = "NAME",
      defaultValue = "",
      description = "What one destination has not got; without it, any.")
  private String destination;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(
        api -> api.get("/api/queue?destination=" + ServiceApi.encoded(destination)), this::show);
  }

  private void show(JsonNode queue, PrintWriter out) {
    JsonNode studies = queue.path("studies");
    if (studies.isEmpty()) {
      out.println("Nothing waits: everything that was received is at the hub.");
      return;
    }
    Instant now = Instant.parse(queue.path("at").asString());
    Table table =
        new Table("", "URGENCY", "WHY", ">WAIT", ">SEND", ">PARKED", ">DONE", ">SIZE", ">AGE");
    for (JsonNode study : studies) {
      String to = study.path("destination").asString();
      table.across(
          study.path("studyInstanceUid").asString() + (to.equals("hub") ? "" : " to " + to));
      table.row(
          "",
          word(study.path("urgency")),
          word(study.path("reason")),
          study.path("waiting").asLong(),
          study.path("packed").asLong(),
          study.path("parked").asLong(),
          study.path("delivered").asLong(),
          Figures.bytes(study.path("undelivered").asLong()),
          Figures.age(study.path("oldest"), now));
    }
    table.lines().forEach(out::println);
    JsonNode total = queue.path("total");
    out.printf(
        "%s to go, %s%n",
        Figures.count(total.path("count").asLong(), "instance"),
        Figures.bytes(total.path("bytes").asLong()));
    LimitText.lines(queue.path("limits")).forEach(out::println);
  }

  private static String word(JsonNode constant) {
    return constant.asString().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
