package org.dicomgateway.spoke.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.Paragraph;
import org.dicomgateway.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code gateway spoke status}. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Tells how the spoke stands: line, backlog, disk, what is on its way.",
    footer = {
      "",
      "Example: gateway spoke status",
      "Exit code 0 also when the line is down: ask --json for .forward.line.state in scripts."
    })
final class StatusCommand implements Callable<Integer> {
  private static final int LABEL = 9;

  @Mixin private ServiceOptions service;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(api -> api.get("/api/status"), this::show);
  }

  private void show(JsonNode status, PrintWriter out) {
    JsonNode forward = status.path("forward");
    out.printf(
        "Spoke %s of site %s, to %s%n",
        text(status, "aeTitle"), text(status, "site"), text(status, "hub"));
    Instant now = Instant.parse(text(status, "at"));
    say("Line", line(forward, now), out);
    say("Sending", sending(forward), out);
    LimitText.lines(forward.path("limits")).forEach(out::println);
    say("Backlog", backlog(forward, now), out);
    say("Disk", disk(status.path("disk")), out);
    long parked = forward.path("instances").path("PARKED").path("count").asLong();
    if (parked > 0) {
      String count = service.styled("yellow", Figures.count(parked, "instance"));
      say("Parked", count + ": --json says why, 'gateway spoke retry' sends them", out);
    }
    status.path("destinations").forEach(one -> destination(one, out));
    packs(forward.path("packs"), out);
  }

  /** What a word is about, on as many lines as it needs. */
  private static void say(String label, String text, PrintWriter out) {
    List<String> lines = Paragraph.lines(" ".repeat(LABEL), text);
    out.println("%%-%ds".formatted(LABEL).formatted(label) + lines.getFirst().substring(LABEL));
    lines.stream().skip(1).forEach(out::println);
  }

  private String line(JsonNode forward, Instant now) {
    JsonNode line = forward.path("line");
    String since =
        "since %s (%s)"
            .formatted(Figures.time(line.path("since")), Figures.age(line.path("since"), now));
    return switch (text(line, "state")) {
      case "UP" -> service.styled("green", "up") + " " + since;
      case "REFUSED" ->
          service.styled("bold,red", "token refused")
              + " %s: %s. Restart the spoke with a token of 'gateway hub site add'"
                  .formatted(since, text(line, "lastError"));
      default -> service.styled("bold,red", "down") + " " + since + ": " + text(line, "lastError");
    };
  }

  private String sending(JsonNode forward) {
    if (forward.path("pausedSince").isString()) {
      return service.styled("yellow", "paused")
          + " since %s; 'gateway spoke resume' ends it"
              .formatted(Figures.time(forward.path("pausedSince")));
    }
    long rate = forward.path("bytesPerSecond").asLong();
    return rate == 0 ? "nothing moves" : Figures.rate(rate);
  }

  private static String backlog(JsonNode forward, Instant now) {
    JsonNode instances = forward.path("instances");
    long count = 0;
    long bytes = 0;
    for (String state : new String[] {"WAITING", "PACKED"}) {
      count += instances.path(state).path("count").asLong();
      bytes += instances.path(state).path("bytes").asLong();
    }
    if (count == 0) {
      return "none: everything that was received is at the hub";
    }
    JsonNode left = forward.path("secondsLeft");
    return "%s, %s, the oldest waits %s%s"
        .formatted(
            Figures.count(count, "instance"),
            Figures.bytes(bytes),
            Figures.age(forward.path("oldestWaiting"), now),
            left.isNumber() ? ", done in about " + Figures.duration(left.asLong()) : "");
  }

  private String disk(JsonNode disk) {
    String room =
        "%s free of %s, instances are refused below %s"
            .formatted(
                Figures.bytes(disk.path("free").asLong()),
                Figures.bytes(disk.path("total").asLong()),
                Figures.bytes(disk.path("refuseBelow").asLong()));
    return switch (text(disk, "level")) {
      case "NONE" -> service.styled("bold,red", "full") + ": " + room;
      case "SHORT" -> service.styled("yellow", "short") + ": " + room;
      default -> room;
    };
  }

  /** The hub has been told of. */
  private void destination(JsonNode one, PrintWriter out) {
    String name = text(one, "name");
    if (name.equals("hub")) {
      return;
    }
    JsonNode instances = one.path("instances");
    long waiting =
        instances.path("WAITING").path("count").asLong()
            + instances.path("SENDING").path("count").asLong();
    JsonNode health = one.path("health");
    String state = text(health, "state").toLowerCase(Locale.ROOT);
    String reason = text(health, "reason");
    String said =
        "To %s: %s, %s to go, %d parked%s"
            .formatted(
                name,
                service.styled(state.equals("up") ? "green" : "bold,red", state),
                Figures.count(waiting, "instance"),
                instances.path("PARKED").path("count").asLong(),
                reason.isEmpty() ? "" : ": " + reason);
    Paragraph.lines("", said).forEach(out::println);
  }

  private static void packs(JsonNode packs, PrintWriter out) {
    if (packs.isEmpty()) {
      return;
    }
    Table table = new Table("ON ITS WAY", ">INSTANCES", ">SIZE", ">SENT", ">TIME LEFT");
    for (JsonNode pack : packs) {
      table.across("study " + text(pack, "studyInstanceUid"));
      table.row(
          "  pack …" + text(pack, "pack").substring(24),
          pack.path("instances").asInt(),
          Figures.bytes(pack.path("length").asLong()),
          pack.path("percent").asInt() + " %",
          pack.path("secondsLeft").isNumber()
              ? Figures.duration(pack.path("secondsLeft").asLong())
              : "-");
    }
    out.println();
    table.lines().forEach(out::println);
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }
}
