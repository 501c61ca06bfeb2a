package org.dicomgateway.spoke.cli;

import java.util.List;
import java.util.stream.Stream;
import org.dicomgateway.console.HubTraceText;
import org.dicomgateway.console.Paragraph;
import org.dicomgateway.console.StepTable;
import tools.jackson.databind.JsonNode;

/** The sides of hubs beside the first of a study's way, for people; each by its name. */
final class OtherHubsText {
  private final JsonNode hubs;

  OtherHubsText(JsonNode hubs) {
    this.hubs = hubs;
  }

  /** Adds the steps at each that could be asked. */
  void steps(StepTable table) {
    answered().forEach(hub -> new HubTraceText(hub.path("hub")).steps(table.side(name(hub))));
  }

  /** Why others could not be asked. */
  List<String> errors() {
    return hubs.valueStream()
        .filter(hub -> !error(hub).isEmpty())
        .flatMap(
            hub ->
                Paragraph.lines("", "%s cannot be asked: %s".formatted(name(hub), error(hub)))
                    .stream())
        .toList();
  }

  /** What a person has to look at at each; empty if nothing. */
  List<String> conflicts() {
    return answered()
        .flatMap(
            hub -> {
              List<String> conflicts = new HubTraceText(hub.path("hub")).conflicts();
              return conflicts.isEmpty()
                  ? Stream.empty()
                  : Stream.concat(Stream.of("at " + name(hub) + ":"), conflicts.stream());
            })
        .toList();
  }

  private Stream<JsonNode> answered() {
    return hubs.valueStream().filter(hub -> error(hub).isEmpty());
  }

  private static String name(JsonNode hub) {
    return hub.path("name").asString("") + " (hub)";
  }

  private static String error(JsonNode hub) {
    return hub.path("hubError").asString("");
  }
}
