package org.dicomgateway.spoke.send;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dicomgateway.spoke.database.Database;
import org.dicomgateway.spoke.destination.Amount;
import org.dicomgateway.spoke.destination.DeliveryState;
import org.dicomgateway.spoke.destination.InstanceProgress;
import org.dicomgateway.spoke.destination.Parked;
import org.dicomgateway.spoke.destination.QueuedStudy;
import org.dicomgateway.spoke.destination.Reason;
import org.dicomgateway.spoke.destination.Urgency;

/** Reads a queue for people. */
final class SendReport {
  static final int MOST_ROWS = 200;

  private final Database database;
  private final Outbox outbox;

  SendReport(SendQueue queue, Outbox outbox) {
    this.database = queue.database();
    this.outbox = outbox;
  }

  Map<DeliveryState, Amount> amounts() {
    Map<DeliveryState, Amount> amounts = new EnumMap<>(DeliveryState.class);
    for (DeliveryState state : DeliveryState.values()) {
      amounts.put(state, Amount.NONE);
    }
    database
        .query(
            "SELECT state, COUNT(*), SUM(length) FROM instance"
                + " WHERE state <> 'WITHDRAWN' GROUP BY state",
            row ->
                Map.entry(
                    DeliveryState.valueOf(row.getString(1)),
                    new Amount(row.getLong(2), row.getLong(3))))
        .forEach(entry -> amounts.put(entry.getKey(), entry.getValue()));
    Amount sending =
        outbox.handedOut().stream().map(this::amountIfWaiting).reduce(Amount.NONE, Amount::plus);
    Amount waiting = amounts.get(DeliveryState.WAITING);
    amounts.put(DeliveryState.SENDING, sending);
    amounts.put(
        DeliveryState.WAITING,
        // Others may have come and been handed out between both queries.
        new Amount(
            Math.max(0, waiting.count() - sending.count()),
            Math.max(0, waiting.bytes() - sending.bytes())));
    return amounts;
  }

  private Amount amountIfWaiting(String id) {
    return database
        .query(
            "SELECT length FROM instance WHERE id = ? AND state = 'WAITING'",
            row -> new Amount(1, row.getLong(1)),
            id)
        .stream()
        .findFirst()
        .orElse(Amount.NONE);
  }

  Optional<Instant> oldestWaiting() {
    return database
        .query(
            "SELECT received_at FROM instance WHERE state = 'WAITING' ORDER BY id LIMIT 1",
            row -> Instant.parse(row.getString(1)))
        .stream()
        .findFirst();
  }

  /** What is not delivered, by study, without reasons. */
  List<QueuedStudy> studies() {
    // Asked before the database is: whoever hands out asks that last.
    Set<String> handedOut = outbox.handedOut();
    return database.query(
        "SELECT study, MIN(CASE WHEN state = 'WAITING' THEN urgency ELSE 2 END) AS u,"
            + " SUM(state = 'WAITING') AS waiting, SUM(state = 'DELIVERED') AS delivered,"
            + " SUM(state = 'PARKED') AS parked,"
            + " SUM(CASE WHEN state = 'DELIVERED' THEN 0 ELSE length END) AS undelivered,"
            + " MIN(CASE WHEN state = 'DELIVERED' THEN NULL ELSE received_at END) AS oldest"
            + " FROM instance WHERE state <> 'WITHDRAWN' AND study IN"
            + " (SELECT study FROM instance WHERE state IN ('WAITING', 'PARKED'))"
            + " GROUP BY study ORDER BY u, oldest LIMIT ?",
        row -> study(row, handedOut),
        MOST_ROWS);
  }

  private QueuedStudy study(ResultSet row, Set<String> handedOut) throws SQLException {
    String study = row.getString("study");
    long sending = sending(study, handedOut);
    return new QueuedStudy(
        study,
        Urgency.values()[row.getInt("u")],
        Reason.QUEUED,
        Math.max(0, row.getLong("waiting") - sending),
        0,
        sending,
        row.getLong("delivered"),
        row.getLong("parked"),
        row.getLong("undelivered"),
        Instant.parse(row.getString("oldest")));
  }

  private long sending(String study, Set<String> handedOut) {
    return handedOut.stream()
        .filter(
            id ->
                !database
                    .query(
                        "SELECT id FROM instance WHERE id = ? AND study = ? AND state = 'WAITING'",
                        row -> row.getString(1),
                        id,
                        study)
                    .isEmpty())
        .count();
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

  List<InstanceProgress> trace(String study) {
    Set<String> sending = outbox.handedOut();
    return database.query(
        "SELECT * FROM instance WHERE study = ? AND state <> 'WITHDRAWN' ORDER BY id",
        row -> progress(row, sending),
        study);
  }

  private static InstanceProgress progress(ResultSet row, Set<String> sending) throws SQLException {
    DeliveryState state = DeliveryState.valueOf(row.getString("state"));
    boolean isSending = state == DeliveryState.WAITING && sending.contains(row.getString("id"));
    return new InstanceProgress(
        row.getString("id"),
        row.getString("sop"),
        isSending ? DeliveryState.SENDING : state,
        instant(row, "accepted_at"),
        instant(row, "sent_at"),
        instant(row, "settled_at"),
        note(row, state));
  }

  private static String note(ResultSet row, DeliveryState state) throws SQLException {
    int attempts = row.getInt("attempts");
    return state == DeliveryState.WAITING && attempts > 0
        ? "tried %d times, trying again: %s".formatted(attempts, row.getString("note"))
        : row.getString("note");
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(Instant::parse);
  }
}
