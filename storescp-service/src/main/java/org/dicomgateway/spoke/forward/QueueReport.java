package org.dicomgateway.spoke.forward;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dicomgateway.spoke.forward.ForwardStatus.Amount;
import org.dicomgateway.spoke.forward.ForwardStatus.LineStatus;
import org.dicomgateway.spoke.forward.ForwardStatus.PackProgress;
import org.dicomgateway.spoke.forward.ForwardStatus.Parked;
import org.dicomgateway.spoke.forward.ForwardStatus.Study;

/** Reads the queue for people. */
final class QueueReport {
  static final int MOST_ROWS = 200;

  private final QueueDatabase database;

  QueueReport(QueueDatabase database) {
    this.database = database;
  }

  ForwardStatus status(
      Line.Status line,
      Optional<Instant> pausedSince,
      long bytesPerSecond,
      List<InFlight.Progress> packs) {
    return new ForwardStatus(
        new LineStatus(line.state().name(), line.since(), line.lastError()),
        pausedSince,
        bytesPerSecond,
        amounts(),
        oldestWaiting(),
        studies(),
        packs.stream()
            .map(p -> new PackProgress(p.pack(), p.study(), p.instances(), p.length(), p.arrived()))
            .toList(),
        parked());
  }

  /** What has no receipt yet, parked instances aside. */
  Amount backlog() {
    return database
        .query(
            "SELECT COUNT(*), COALESCE(SUM(length), 0) FROM instance"
                + " WHERE state IN ('WAITING', 'PACKED')",
            row -> new Amount(row.getLong(1), row.getLong(2)))
        .getFirst();
  }

  private Map<String, Amount> amounts() {
    Map<String, Amount> amounts = new LinkedHashMap<>();
    for (InstanceState state : InstanceState.values()) {
      amounts.put(state.name(), new Amount(0, 0));
    }
    database
        .query(
            "SELECT state, COUNT(*), SUM(length) FROM instance GROUP BY state",
            row -> Map.entry(row.getString(1), new Amount(row.getLong(2), row.getLong(3))))
        .forEach(entry -> amounts.put(entry.getKey(), entry.getValue()));
    return amounts;
  }

  Optional<Instant> oldestWaiting() {
    return database
        .query(
            "SELECT received_at FROM instance WHERE state IN ('WAITING', 'PACKED')"
                + " ORDER BY id LIMIT 1",
            row -> Instant.parse(row.getString(1)))
        .stream()
        .findFirst();
  }

  private List<Study> studies() {
    return database.query(
        "SELECT study, SUM(state = 'WAITING'), SUM(state = 'PACKED'), SUM(state = 'DELIVERED'),"
            + " SUM(state = 'PARKED'),"
            + " SUM(CASE WHEN state = 'DELIVERED' THEN 0 ELSE length END) FROM instance"
            + " WHERE study IN (SELECT study FROM instance WHERE state <> 'DELIVERED')"
            + " GROUP BY study ORDER BY MIN(id) LIMIT ?",
        QueueReport::study,
        MOST_ROWS);
  }

  private static Study study(ResultSet row) throws SQLException {
    return new Study(
        row.getString(1),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6));
  }

  private List<Parked> parked() {
    return database.query(
        "SELECT id, sop, study, note, settled_at FROM instance WHERE state = 'PARKED'"
            + " ORDER BY settled_at DESC LIMIT ?",
        row ->
            new Parked(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Instant.parse(row.getString(5))),
        MOST_ROWS);
  }
}
