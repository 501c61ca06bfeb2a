package org.dicomgateway.console;

import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The steps of a study's way: when the first and the last of many took each. */
public final class StepTable {
  private final Table table = new Table("STEP", "FIRST", "LAST", "");

  /**
   * Adds a step.
   *
   * @param things of which each may have taken it
   * @param stamp name of their time stamp
   */
  public StepTable step(String name, JsonNode things, String stamp, String remark) {
    List<JsonNode> times =
        StreamSupport.stream(things.spliterator(), false)
            .map(thing -> thing.path(stamp))
            .filter(JsonNode::isString)
            .sorted((one, other) -> instant(one).compareTo(instant(other)))
            .toList();
    String first = times.isEmpty() ? "-" : Figures.time(times.getFirst());
    String last = times.isEmpty() ? "-" : Figures.time(times.getLast());
    table.row(name, first, last, remark);
    return this;
  }

  private static Instant instant(JsonNode time) {
    return Instant.parse(time.asString());
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
