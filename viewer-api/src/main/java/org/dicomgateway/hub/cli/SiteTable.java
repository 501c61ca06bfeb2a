package org.dicomgateway.hub.cli;

import java.time.Instant;
import java.util.List;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.Table;
import tools.jackson.databind.JsonNode;

/** Sites and what came from them, a row each. */
final class SiteTable {
  private SiteTable() {}

  static List<String> lines(JsonNode sites) {
    Instant now = Instant.now();
    Table table = new Table("SITE", ">LAST HEARD", ">TODAY", ">SIZE", ">STUDIES", ">CONFLICTS");
    for (JsonNode site : sites) {
      String name = site.path("site").asString();
      // Names may have 63 letters.
      boolean isLong = name.length() > 20;
      if (isLong) {
        table.across(name);
      }
      boolean heard = site.path("lastPack").isString();
      table.row(
          isLong ? "" : name,
          heard ? Figures.age(site.path("lastPack"), now) : "never",
          site.path("instancesToday").asLong(),
          Figures.bytes(site.path("bytesToday").asLong()),
          site.path("studies").asLong(),
          site.path("conflicts").asLong());
    }
    return table.lines();
  }
}
