package org.dicomgateway.spoke.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dicomgateway.console.Figures;
import tools.jackson.databind.JsonNode;

/** The limits of bandwidth that hold now, for people. */
final class LimitText {
  private LimitText() {}

  /** A few words, what passes and until when, and by which rule; for each. */
  static List<String> lines(JsonNode limits) {
    List<String> lines = new ArrayList<>();
    for (JsonNode limit : limits) {
      long kbit = limit.path("kbitPerSecond").asLong();
      lines.add(
          "Limit    %s: %s until %s"
              .formatted(
                  limit.path("urgency").asString("").toLowerCase(Locale.ROOT),
                  kbit == 0 ? "nothing passes" : "%d kbit/s".formatted(kbit),
                  limit.path("until").isString()
                      ? Figures.minute(limit.path("until"))
                      : "it is changed"));
      lines.add("         by '%s'".formatted(limit.path("rule").asString("")));
    }
    return lines;
  }
}
