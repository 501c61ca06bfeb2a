package org.dicomgateway.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The steps of a study's way: when the first and the last of many took each. */
public final class StepTable {
  /** What is left of a line for a remark. */
  private static final int REMARK = 28;

  private final Table table = new Table("STEP", "FIRST", "LAST", "");

  /**
   * Adds a step.
   *
   * @param things of which each may have taken it
   * @param stamp name of their time stamp
   * @param remarks phrases, set on as many lines as they need
   */
  public StepTable step(String name, JsonNode things, String stamp, String... remarks) {
    return span(name, things, stamp, stamp, remarks);
  }

  /**
   * Adds a step that each thing took over some time.
   *
   * @param from name of the time stamp at which it began, with slashes where it lies deeper
   * @param to likewise, at which it ended
   */
  public StepTable span(String name, JsonNode things, String from, String to, String... remarks) {
    List<JsonNode> begun = times(things, from);
    List<JsonNode> ended = times(things, to);
    String first = begun.isEmpty() ? "-" : Figures.time(begun.getFirst());
    String last = ended.isEmpty() ? "-" : Figures.time(ended.getLast());
    List<String> lines = lines(remarks);
    table.row(name, first, last, lines.getFirst());
    lines.stream().skip(1).forEach(line -> table.row("", "", "", line));
    return this;
  }

  private static List<JsonNode> times(JsonNode things, String stamp) {
    return StreamSupport.stream(things.spliterator(), false)
        .map(thing -> thing.at("/" + stamp))
        .filter(JsonNode::isString)
        .sorted((one, other) -> instant(one).compareTo(instant(other)))
        .toList();
  }

  private static Instant instant(JsonNode time) {
    return Instant.parse(time.asString());
  }

  /** One line at least, which may be empty. */
  private static List<String> lines(String... phrases) {
    List<String> lines = new ArrayList<>(List.of(""));
    for (String phrase : Stream.of(phrases).filter(text -> !text.isEmpty()).toList()) {
      String line = lines.getLast();
      if (line.isEmpty()) {
        lines.set(lines.size() - 1, phrase);
      } else if (line.length() + phrase.length() + 2 <= REMARK) {
        lines.set(lines.size() - 1, line + ", " + phrase);
      } else {
        lines.set(lines.size() - 1, line + ",");
        lines.add(phrase);
      }
    }
    return lines;
  }

  /** Begins the steps of another side. */
  public StepTable side(String name) {
    table.across(name);
    return this;
  }

  public List<String> lines() {
    return table.lines();
  }
}
