package org.dicomgateway.hub.index;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What came from each site, of the index. Thread-safe. */
public final class SiteActivities {
  private final JdbcClient sql;

  public SiteActivities(Database database) {
    this.sql = JdbcClient.create(database.dataSource());
  }

  /**
   * All sites that packs came from, by name.
   *
   * @param today when it began
   * @throws org.springframework.dao.DataAccessException if the index cannot be asked
   */
  public List<SiteActivity> since(Instant today) {
    Map<String, Long> instances = instancesSince(today);
    return sql.sql(
            """
            SELECT p.site, COUNT(*) AS packs, SUM(p.length) AS bytes, MAX(p.indexed_at) AS last_pack,
              SUM(CASE WHEN p.indexed_at >= ? THEN p.length ELSE 0 END) AS bytes_today,
              (SELECT COUNT(*) FROM study s WHERE s.site = p.site) AS studies,
              (SELECT COUNT(*) FROM conflict c JOIN pack q ON q.pack_key = c.pack_key
                WHERE q.site = p.site) AS conflicts
            FROM pack p GROUP BY p.site ORDER BY p.site
            """)
        .params(today.toEpochMilli())
        .query(
            (row, _) ->
                new SiteActivity(
                    row.getString("site"),
                    SqlTraces.instant(row, "last_pack"),
                    row.getLong("packs"),
                    row.getLong("studies"),
                    row.getLong("bytes"),
                    row.getLong("conflicts"),
                    instances.getOrDefault(row.getString("site"), 0L),
                    row.getLong("bytes_today")))
        .list();
  }

  /** By their receipts: instances have no index by pack, and there are many. */
  private Map<String, Long> instancesSince(Instant today) {
    Map<String, Long> counts = new HashMap<>();
    sql.sql("SELECT site, receipt FROM pack WHERE indexed_at >= ?")
        .params(today.toEpochMilli())
        .query((RowCallbackHandler) row -> count(row, counts));
    return counts;
  }

  private static void count(ResultSet row, Map<String, Long> counts) throws SQLException {
    int instances = StoredReceipt.read(row.getBytes("receipt")).instances().size();
    counts.merge(row.getString("site"), (long) instances, Long::sum);
  }
}
