package org.dicomgateway.spoke.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.HubTraceText;
import org.dicomgateway.console.Paragraph;
import org.dicomgateway.console.Preparations;
import org.dicomgateway.console.StepTable;
import tools.jackson.databind.JsonNode;

/** The way of a study as a whole, for people. */
final class TraceText {
  private final JsonNode trace;
  private final JsonNode instances;
  private final JsonNode packs;
  private final HubTraceText hub;
  private final OtherHubsText others;

  TraceText(JsonNode trace) {
    this.trace = trace;
    this.instances = trace.path("spoke").path("instances");
    this.packs = trace.path("spoke").path("packs");
    this.hub = new HubTraceText(trace.path("hub"));
    this.others = new OtherHubsText(trace.path("otherHubs"));
  }

  /** The study as a whole: when the first and the last of it passed each station. */
  List<String> summary() {
    List<String> lines = new ArrayList<>();
    lines.add("Study " + trace.path("studyInstanceUid").asString(""));
    StepTable steps = new StepTable().side("spoke");
    steps.step("received", instances, "receivedAt", extent());
    steps.step("durable", instances, "routedAt", routes());
    steps.step("prepared", instances, "preparedAt", preparations());
    steps.step("packed", packs, "created", Figures.count(packs.size(), "pack"));
    steps.step("sent from", packs, "sentFrom", bytesOfPacks());
    steps.step("sent to", packs, "sentTo");
    steps.step("receipt", packs, "settledAt", states());
    steps.side("hub");
    hub.steps(steps);
    others.steps(steps);
    lines.addAll(steps.lines());
    remarks(lines);
    return lines;
  }

  private void remarks(List<String> lines) {
    String error = trace.path("hubError").asString("");
    if (!error.isEmpty()) {
      lines.addAll(Paragraph.lines("", "The hub cannot be asked: " + error));
    }
    lines.addAll(others.errors());
    if (trace.path("decisions").isEmpty()) {
      lines.add("The spoke has deleted its copy since (see --keep-days).");
    }
    lines.addAll(hub.conflicts());
    lines.addAll(others.conflicts());
    long changed = instances.valueStream().filter(one -> one.path("changes").isObject()).count();
    if (changed > 0) {
      lines.add(
          "Attributes of %s are changed on the way; --instances tells which."
              .formatted(Figures.count(changed, "instance")));
    }
    for (JsonNode instance : instances) {
      if (text(instance, "state").equals("PARKED")) {
        lines.add("parked: instance " + text(instance, "sopInstanceUid"));
        lines.addAll(Paragraph.lines("  ", text(instance, "note")));
        lines.add("  'gateway spoke retry' sends it again");
      }
    }
  }

  private String[] preparations() {
    Preparations counts = new Preparations();
    for (JsonNode instance : instances) {
      switch (text(instance, "preparation")) {
        case "PREPARED" ->
            counts.compressed(
                1, instance.path("length").asLong(), instance.path("preparedLength").asLong());
        case "CHANGED" -> counts.changed(1);
        case "HELD" -> counts.held(1);
        default -> counts.asReceived(1);
      }
    }
    return counts.remarks();
  }

  private String extent() {
    long bytes = 0;
    for (JsonNode instance : instances) {
      bytes += instance.path("length").asLong();
    }
    return Figures.count(instances.size(), "instance") + ", " + Figures.bytes(bytes);
  }

  private String bytesOfPacks() {
    long bytes = 0;
    for (JsonNode pack : packs) {
      bytes += pack.path("length").asLong();
    }
    return Figures.bytes(bytes);
  }

  private String[] routes() {
    return counted("urgency", "destination");
  }

  private String[] states() {
    return counted("state");
  }

  /** How many instances have the same words. */
  private String[] counted(String... names) {
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode instance : instances) {
      List<String> words = new ArrayList<>();
      for (String name : names) {
        words.add(text(instance, name).toLowerCase(Locale.ROOT));
      }
      counts.merge(String.join(" to ", words), 1, Integer::sum);
    }
    List<String> texts = new ArrayList<>();
    counts.forEach((words, count) -> texts.add(counts.size() == 1 ? words : count + " " + words));
    return texts.toArray(String[]::new);
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }
}
