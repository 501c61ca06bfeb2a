package org.dicomgateway.spoke.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.dicomgateway.console.Table;
import tools.jackson.databind.JsonNode;

/** Versions of what people write: when each was written, by whom and why. */
public final class VersionTable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  private VersionTable() {}

  /**
   * Prints them, the newest first.
   *
   * @param none is said if there are none
   */
  public static void show(JsonNode versions, String none, PrintWriter out) {
    if (versions.isEmpty()) {
      out.println(none);
      return;
    }
    Table table = new Table(">VERSION", "WHEN", "BY", "WHY");
    for (JsonNode version : versions) {
      table.row(
          version.path("number").asInt(),
          TIME.format(Instant.parse(version.path("at").asString())),
          version.path("by").asString(""),
          version.path("why").asString(""));
    }
    table.lines().forEach(out::println);
  }
}
