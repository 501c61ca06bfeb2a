package org.dicomgateway.spoke.change;

import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where bytes that are changed came from when they came first. It is written into what they are
 * changed to; so it is decided once, and is the same for every copy and every destination.
 *
 * @param source who sent them: Source of Previous Values (0400,0564); may be empty
 * @param at when they were received: Attribute Modification DateTime (0400,0562)
 */
public record Origin(String source, Instant at) {
  private static final JsonMapper JSON = new JsonMapper();

  /** What the item says that tells of the change. */
  public Modification changedBy(String system) {
    return new Modification(system, source, at);
  }

  /** As text that {@link #parse} understands. */
  public String json() {
    return JSON.writeValueAsString(this);
  }

  /**
   * What {@link #json} wrote.
   *
   * @throws tools.jackson.core.JacksonException if it did not
   */
  public static Origin parse(String json) {
    return JSON.readValue(json, Origin.class);
  }
}
