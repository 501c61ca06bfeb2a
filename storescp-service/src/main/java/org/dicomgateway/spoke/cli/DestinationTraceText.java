package org.dicomgateway.spoke.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.Paragraph;
import tools.jackson.databind.JsonNode;

/** What became of a study at destinations other than the hub, for people. */
final class DestinationTraceText {
  private final List<JsonNode> destinations;

  DestinationTraceText(JsonNode trace) {
    this.destinations =
        trace
            .path("destinations")
            .valueStream()
            .filter(one -> !text(one, "name").equals("hub"))
            .toList();
  }

  /** How many instances each has, and why it does not take the others. */
  List<String> summary() {
    List<String> lines = new ArrayList<>();
    for (JsonNode destination : destinations) {
      lines.addAll(
          Paragraph.lines(
              "",
              "%s (%s): %s%s"
                  .formatted(
                      text(destination, "name"),
                      text(destination, "kind"),
                      counts(destination.path("instances")),
                      health(destination.path("health")))));
      for (JsonNode instance : destination.path("instances")) {
        if (text(instance, "state").equals("PARKED")) {
          lines.add("  parked: instance " + text(instance, "sopInstanceUid"));
          lines.addAll(Paragraph.lines("    ", text(instance, "note")));
        }
      }
    }
    return lines;
  }

  private static String counts(JsonNode instances) {
    Map<String, Integer> counts = new TreeMap<>();
    instances.forEach(
        instance ->
            counts.merge(text(instance, "state").toLowerCase(Locale.ROOT), 1, Integer::sum));
    List<String> words = new ArrayList<>();
    counts.forEach((state, count) -> words.add(count + " " + state));
    return String.join(", ", words);
  }

  private static String health(JsonNode health) {
    String state = text(health, "state");
    if (state.equals("UP")) {
      return "";
    }
    String reason = text(health, "reason");
    return "; %s since %s%s"
        .formatted(
            state.toLowerCase(Locale.ROOT),
            Figures.time(health.path("since")),
            reason.isEmpty() ? "" : ": " + reason);
  }

  /** Each instance. */
  List<String> instances() {
    List<String> lines = new ArrayList<>();
    for (JsonNode destination : destinations) {
      for (JsonNode instance : destination.path("instances")) {
        lines.add("instance " + text(instance, "sopInstanceUid"));
        String settled =
            instance.path("settledAt").isString()
                ? " " + Figures.time(instance.path("settledAt"))
                : "";
        String said =
            "%s: %s%s %s"
                .formatted(
                    text(destination, "name"),
                    text(instance, "state").toLowerCase(Locale.ROOT),
                    settled,
                    text(instance, "note"));
        lines.addAll(Paragraph.lines("  ", said.strip()));
      }
    }
    return lines;
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }
}
