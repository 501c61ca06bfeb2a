package org.dicomgateway.spoke.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.Paragraph;
import org.dicomgateway.console.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The way of each instance of a study, for people. */
final class InstanceTraceText {
  private final JsonNode instances;
  private final Map<String, JsonNode> sent = new HashMap<>();
  private final Map<String, JsonNode> indexed = new HashMap<>();

  InstanceTraceText(JsonNode trace) {
    JsonNode spoke = trace.path("spoke");
    this.instances = spoke.path("instances");
    spoke.path("packs").forEach(pack -> sent.put(text(pack, "pack"), pack));
    trace.path("hub").path("packs").forEach(pack -> indexed.put(text(pack, "packId"), pack));
  }

  /** The name of each, its steps, where it goes and why, and what became of it. */
  List<String> lines() {
    Table table = new Table("RECEIVED", "SENT", "INDEXED", "RECEIPT");
    for (JsonNode instance : instances) {
      String pack = text(instance, "pack");
      table.across(text(instance, "sopInstanceUid"));
      table.row(
          Figures.time(instance.path("receivedAt")),
          Figures.time(of(pack, sent).path("sentTo")),
          Figures.time(of(pack, indexed).path("indexedAt")),
          Figures.time(instance.path("settledAt")));
      remarks(instance, pack).forEach(table::across);
    }
    return table.lines();
  }

  private static JsonNode of(String pack, Map<String, JsonNode> packs) {
    return packs.getOrDefault(pack, MissingNode.getInstance());
  }

  private static List<String> remarks(JsonNode instance, String pack) {
    String route =
        "%s to %s: %s"
            .formatted(
                text(instance, "urgency").toLowerCase(Locale.ROOT),
                text(instance, "destination"),
                text(instance, "reason"));
    List<String> lines = new ArrayList<>(Paragraph.lines("  ", route));
    String form = preparation(instance) + (pack.isEmpty() ? "" : "; pack " + pack);
    lines.addAll(Paragraph.lines("  ", form));
    String note = text(instance, "note");
    if (!note.isEmpty() && !note.equals("STORED")) {
      lines.addAll(Paragraph.lines("  ", note));
    }
    return lines;
  }

  private static String preparation(JsonNode instance) {
    String changed = changed(instance.path("changes"));
    return switch (text(instance, "preparation")) {
      case "PREPARED" -> changed + "compressed to " + prepared(instance);
      case "CHANGED" -> changed + prepared(instance);
      case "HELD" -> "to be prepared";
      default -> "as received";
    };
  }

  private static String prepared(JsonNode instance) {
    return Figures.bytes(instance.path("preparedLength").asLong())
        + " at "
        + Figures.time(instance.path("preparedAt"));
  }

  /** Names of what was changed. */
  private static String changed(JsonNode changes) {
    List<String> names = new ArrayList<>(changes.path("set").propertyNames());
    changes.path("remove").forEach(name -> names.add(name.asString() + " removed"));
    return names.isEmpty() ? "" : "changed: " + String.join(", ", names) + "; ";
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }
}
