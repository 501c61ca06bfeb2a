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
    return lines;
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
