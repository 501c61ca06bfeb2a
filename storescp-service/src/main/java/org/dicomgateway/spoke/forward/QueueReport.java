package org.dicomgateway.spoke.forward;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dicomgateway.spoke.database.Database;
import org.dicomgateway.spoke.destination.Amount;
import org.dicomgateway.spoke.destination.DeliveryState;
import org.dicomgateway.spoke.destination.Health;
import org.dicomgateway.spoke.destination.LimitInForce;
import org.dicomgateway.spoke.destination.Parked;
import org.dicomgateway.spoke.destination.QueuedStudy;
import org.dicomgateway.spoke.destination.Reason;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.forward.ForwardStatus.LineStatus;
import org.dicomgateway.spoke.forward.ForwardStatus.PackProgress;

/** Reads the queue for people. */
final class QueueReport {
  static final int MOST_ROWS = 200;

  private final Database database;

  QueueReport(Database database) {
    this.database = database;
  }

  ForwardStatus status(
      Line.Status line,
      Optional<Instant> pausedSince,
      List<LimitInForce> limits,
      InFlight inFlight) {
    long bytesPerSecond = bytesPerSecond(line, inFlight);
    Map<String, Amount> amounts = amounts();
    return new ForwardStatus(
        new LineStatus(line.state().name(), line.since(), line.lastError()),
        pausedSince,
        limits,
        bytesPerSecond,
        secondsLeft(backlog().bytes(), bytesPerSecond),
        amounts,
        oldestWaiting(),
        studies(health(line, pausedSince), limits),
        packs(inFlight.list(), bytesPerSecond),
        parked());
  }

  /** A line that is down carries nothing, whatever it carried a moment ago. */
  static long bytesPerSecond(Line.Status line, InFlight inFlight) {
    return line.state() == Line.State.UP ? inFlight.bytesPerSecond() : 0;
  }

  /** A person's will counts before what the line does. */
  static Health health(Line.Status line, Optional<Instant> pausedSince) {
    return pausedSince
        .map(since -> new Health(Health.State.PAUSED, since, ""))
        .orElseGet(
            () ->
                new Health(
                    Health.State.valueOf(line.state().name()), line.since(), line.lastError()));
  }

  /** Instances and bytes, as all destinations tell them. */
  Map<DeliveryState, Amount> amountsByState() {
    Map<String, Amount> amounts = amounts();
    return Map.of(
        DeliveryState.WAITING, amounts.get(InstanceState.WAITING.name()),
        DeliveryState.SENDING, amounts.get(InstanceState.PACKED.name()),
        DeliveryState.DELIVERED, amounts.get(InstanceState.DELIVERED.name()),
        DeliveryState.PARKED, amounts.get(InstanceState.PARKED.name()));
  }

  private static Optional<Long> secondsLeft(long bytes, long bytesPerSecond) {
    return bytesPerSecond == 0 || bytes == 0
        ? Optional.empty()
        : Optional.of(Math.ceilDiv(bytes, bytesPerSecond));
  }

  /** Packs share the line: each has its part of what it carries. */
  private static List<PackProgress> packs(List<InFlight.Progress> packs, long bytesPerSecond) {
    long moving = packs.stream().filter(pack -> pack.sent() < pack.length()).count();
    return packs.stream()
        .map(
            pack ->
                new PackProgress(
                    pack.pack(),
                    pack.study(),
                    pack.instances(),
                    pack.length(),
                    pack.arrived(),
                    pack.sent(),
                    pack.length() == 0 ? 0 : (int) (100 * pack.sent() / pack.length()),
                    secondsLeft(pack.length() - pack.sent(), bytesPerSecond / Math.max(1, moving))))
        .toList();
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

  long parkedCount() {
    return database
        .query("SELECT COUNT(*) FROM instance WHERE state = 'PARKED'", row -> row.getLong(1))
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

  /** What is on its way or parked, and why. */
  List<QueuedStudy> studies(Health health, List<LimitInForce> limits) {
    Set<Urgency> shut =
        limits.stream()
            .filter(LimitInForce::letsNothingPass)
            .map(LimitInForce::urgency)
            .collect(Collectors.toSet());
    return studies().stream()
        .map(
            study ->
                study.because(Reason.of(study, health.state(), shut.contains(study.urgency()))))
        .toList();
  }

  private List<QueuedStudy> studies() {
    return database.query(
        "SELECT study, MIN(CASE WHEN state IN ('WAITING', 'PACKED') THEN urgency ELSE 2 END) AS u,"
            + " SUM(state = 'WAITING') AS waiting,"
            + " SUM(state = 'WAITING' AND preparation = 1) AS held, SUM(state = 'PACKED') AS packed,"
            + " SUM(state = 'DELIVERED') AS delivered, SUM(state = 'PARKED') AS parked,"
            + " SUM(CASE WHEN state = 'DELIVERED' THEN 0 ELSE length END) AS undelivered,"
            + " MIN(CASE WHEN state = 'DELIVERED' THEN NULL ELSE received_at END) AS oldest"
            + " FROM instance"
            + " WHERE study IN (SELECT study FROM instance WHERE state <> 'DELIVERED')"
            + " GROUP BY study ORDER BY u, oldest LIMIT ?",
        QueueReport::study,
        MOST_ROWS);
  }

  private static QueuedStudy study(ResultSet row) throws SQLException {
    return new QueuedStudy(
        row.getString("study"),
        Urgency.values()[row.getInt("u")],
        Reason.QUEUED,
        row.getLong("waiting"),
        row.getLong("held"),
        row.getLong("packed"),
        row.getLong("delivered"),
        row.getLong("parked"),
        row.getLong("undelivered"),
        Instant.parse(row.getString("oldest")));
  }

  List<Parked> parked() {
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
