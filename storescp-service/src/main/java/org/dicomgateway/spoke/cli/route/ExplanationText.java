package org.dicomgateway.spoke.cli.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dicomgateway.console.Paragraph;
import tools.jackson.databind.JsonNode;

/** Which rules matched and why, and what follows, for people. */
final class ExplanationText {
  private ExplanationText() {}

  static List<String> lines(JsonNode explanation) {
    List<String> lines = new ArrayList<>();
    for (JsonNode finding : explanation.path("findings")) {
      boolean matched = finding.path("matched").asBoolean();
      lines.addAll(
          Paragraph.lines(
              "  ",
              "%s rule '%s', line %d:"
                  .formatted(
                      matched ? "matches:" : "does not match:",
                      finding.path("rule").asString(),
                      finding.path("line").asInt())));
      for (JsonNode seen : finding.path("seen")) {
        lines.addAll(Paragraph.lines("    ", seen.asString()));
      }
    }
    lines.addAll(Paragraph.lines("  ", "so: " + outcome(explanation.path("verdict"))));
    changes(explanation).forEach(text -> lines.addAll(Paragraph.lines("    ", text)));
    return lines;
  }

  private static List<String> changes(JsonNode explanation) {
    JsonNode wanted = explanation.path("verdict").path("changes");
    List<String> texts = new ArrayList<>();
    for (JsonNode change : explanation.path("changes")) {
      texts.add(
          "%s: %s → %s"
              .formatted(
                  change.path("attribute").asString(),
                  value(change.path("before"), "not there"),
                  value(change.path("after"), "left out")));
    }
    if (texts.isEmpty() && wanted.path("set").size() + wanted.path("remove").size() > 0) {
      texts.add("its attributes are as the rule wants them already");
    }
    return texts;
  }

  private static String value(JsonNode value, String none) {
    return value.isNull() || value.isMissingNode() ? none : "'" + value.asString() + "'";
  }

  private static String outcome(JsonNode verdict) {
    List<String> destinations = new ArrayList<>();
    verdict.path("destinations").forEach(name -> destinations.add(name.asString()));
    String where = destinations.isEmpty() ? "nowhere" : String.join(", ", destinations);
    String urgency = verdict.path("urgency").asString().toLowerCase(Locale.ROOT);
    String how = verdict.path("compressed").asBoolean() ? "" : ", not compressed";
    return switch (verdict.path("kind").asString()) {
      case "SEND" -> "to %s, %s%s, %s".formatted(where, urgency, how, reason(verdict));
      case "HOLD" ->
          "kept until released, then to where the rules say, %s".formatted(reason(verdict));
      default -> "nowhere, " + reason(verdict);
    };
  }

  private static String reason(JsonNode verdict) {
    return verdict.path("reason").asString();
  }
}
