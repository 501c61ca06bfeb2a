package org.dicomgateway.spoke.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.HubTraceText;
import org.dicomgateway.console.StepTable;
import org.dicomgateway.console.Table;
import tools.jackson.databind.JsonNode;

/** The way of a study for people. */
final class TraceText {
  private final JsonNode trace;
  private final JsonNode instances;
  private final JsonNode packs;
  private final HubTraceText hub;

  TraceText(JsonNode trace) {
    this.trace = trace;
    this.instances = trace.path("spoke").path("instances");
    this.packs = trace.path("spoke").path("packs");
    this.hub = new HubTraceText(trace.path("hub"));
  }

  /** The study as a whole: when the first and the last of it passed each station. */
  List<String> summary() {
    List<String> lines = new ArrayList<>();
    lines.add("Study " + trace.path("studyInstanceUid").asString(""));
    StepTable steps = new StepTable().side("spoke");
    steps.step("received", instances, "receivedAt", extent());
    steps.step("routed", instances, "routedAt", routes());
    steps.step("packed", packs, "created", packs.size() + " packs");
    steps.step("sent from", packs, "sentFrom", bytesOfPacks());
    steps.step("sent to", packs, "sentTo", "");
    steps.step("receipt", packs, "settledAt", states());
    steps.side("hub");
    hub.steps(steps);
    lines.addAll(steps.lines());
    remarks(lines);
    return lines;
  }

  private void remarks(List<String> lines) {
    String error = trace.path("hubError").asString("");
    if (!error.isEmpty()) {
      lines.add("The hub cannot be asked: " + error);
    }
    if (instances.isEmpty()) {
      lines.add("The spoke has deleted its copy since (see --keep-days).");
    }
    lines.addAll(hub.conflicts());
    for (JsonNode instance : instances) {
      if (text(instance, "state").equals("PARKED")) {
        lines.add("parked: instance " + text(instance, "sopInstanceUid"));
        lines.add("  " + text(instance, "note"));
        lines.add("  'gateway spoke retry' sends it again");
      }
    }
  }

  private String extent() {
    long bytes = 0;
    for (JsonNode instance : instances) {
      bytes += instance.path("length").asLong();
    }
    return instances.size() + " instances, " + Figures.bytes(bytes);
  }

  private String bytesOfPacks() {
    long bytes = 0;
    for (JsonNode pack : packs) {
      bytes += pack.path("length").asLong();
    }
    return Figures.bytes(bytes);
  }

  private String routes() {
    return counted("destination", "urgency");
  }

  private String states() {
    return counted("state");
  }

  /** How many instances have the same words. */
  private String counted(String... names) {
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode instance : instances) {
      List<String> words = new ArrayList<>();
      for (String name : names) {
        words.add(text(instance, name).toLowerCase(Locale.ROOT));
      }
      counts.merge(String.join(", ", words), 1, Integer::sum);
    }
    List<String> texts = new ArrayList<>();
    counts.forEach((words, count) -> texts.add(counts.size() == 1 ? words : count + " " + words));
    return String.join("; ", texts);
  }

  /** A line with the name of each instance, and those of its steps. */
  List<String> instances() {
    Map<String, JsonNode> sent = new HashMap<>();
    packs.forEach(pack -> sent.put(text(pack, "pack"), pack));
    Map<String, JsonNode> indexed = new HashMap<>();
    trace.path("hub").path("packs").forEach(pack -> indexed.put(text(pack, "packId"), pack));
    Table table = new Table("INSTANCE", "RECEIVED", "SENT", "RECEIPT", "INDEXED");
    for (JsonNode instance : instances) {
      String pack = text(instance, "pack");
      JsonNode mine = sent.getOrDefault(pack, trace.path("none"));
      table.across(text(instance, "sopInstanceUid"));
      table.row(
          " ",
          Figures.time(instance.path("receivedAt")),
          Figures.time(mine.path("sentTo")),
          Figures.time(instance.path("settledAt")),
          Figures.time(indexed.getOrDefault(pack, trace.path("none")).path("indexedAt")));
      table.across(
          "  %s to %s: %s%s"
              .formatted(
                  text(instance, "urgency").toLowerCase(Locale.ROOT),
                  text(instance, "destination"),
                  text(instance, "reason"),
                  pack.isEmpty() ? "" : "; pack " + pack));
      String note = text(instance, "note");
      if (!note.isEmpty() && !note.equals("STORED")) {
        table.across("  " + note);
      }
    }
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(table.lines());
    return lines;
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }
}
