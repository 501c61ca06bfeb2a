package org.dicomgateway.spoke.send;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dicomgateway.spoke.change.AttributeChanges;
import org.dicomgateway.spoke.change.Origin;
import org.dicomgateway.spoke.database.Database;
import org.dicomgateway.spoke.database.DatabaseException;
import org.dicomgateway.spoke.destination.Backoff;
import org.dicomgateway.spoke.destination.ParkedFilter;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.spool.SpooledInstance;

/**
 * What waits for one destination and what became of it. What is settled is so for good when the
 * method returns, power loss included: an instance that was acknowledged is never sent again.
 * Thread-safe; every method is one transaction and throws {@link
 * org.dicomgateway.spoke.database.DatabaseException} if the database fails, changing nothing.
 */
final class SendQueue implements AutoCloseable {
  /** What is further off was written by a clock that has been set back since. */
  private static final Duration FURTHEST_TRY = Backoff.MOST_PATIENCE.multipliedBy(3);

  private final Database database;

  private SendQueue(Database database) {
    this.database = database;
  }

  /**
   * Opens a queue, or makes one.
   *
   * @throws IOException if the file cannot be used
   */
  static SendQueue open(Path file) throws IOException {
    try {
      Database database = Database.open(file, SendSchema.MIGRATIONS);
      database.update("PRAGMA synchronous = FULL");
      // Nothing is on its way yet.
      database.update("DELETE FROM instance WHERE state = 'WITHDRAWN'");
      return new SendQueue(database);
    } catch (SQLException | DatabaseException e) {
      throw new IOException("cannot open the queue: " + e.getMessage(), e);
    }
  }

  Database database() {
    return database;
  }

  /** Ids of all instances but those that were taken back. */
  Set<String> ids() {
    return new HashSet<>(
        database.query(
            "SELECT id FROM instance WHERE state <> 'WITHDRAWN'", row -> row.getString(1)));
  }

  /** Adds instances that wait from now on; those that are known stay as they are. */
  void add(List<Accepted> instances) {
    database.transaction(() -> instances.forEach(this::add));
  }

  private void add(Accepted accepted) {
    SpooledInstance instance = accepted.instance();
    database.update(
        "INSERT INTO instance (id, sop, sop_class, study, transfer_syntax, length, urgency,"
            + " changes, origin, route_reason, received_at, accepted_at, state)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING') ON CONFLICT (id)"
            + " DO UPDATE SET state = 'WAITING', urgency = excluded.urgency,"
            + " changes = excluded.changes, origin = excluded.origin,"
            + " route_reason = excluded.route_reason WHERE state = 'WITHDRAWN'",
        instance.id(),
        instance.identity().sopInstanceUid(),
        instance.identity().sopClassUid(),
        instance.identity().studyInstanceUid(),
        instance.transferSyntaxUid(),
        instance.length(),
        accepted.dispatch().urgency().ordinal(),
        accepted.dispatch().changes().json(),
        accepted.dispatch().origin().map(Origin::json).orElse(null),
        accepted.dispatch().reason(),
        instance.receivedAt().toString(),
        text(accepted.at()));
  }

  /** What may be tried now, the most urgent and of these the longest waiting first. */
  List<Waiting> waiting(Instant now, int limit) {
    return database.query(
        "SELECT id, urgency, changes, origin, attempts FROM instance WHERE state = 'WAITING'"
            + " AND (next_try <= ?1 OR next_try > ?2) ORDER BY urgency, id LIMIT ?3",
        SendQueue::waiting,
        now.toEpochMilli(),
        now.plus(FURTHEST_TRY).toEpochMilli(),
        limit);
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        row.getString(1),
        Urgency.values()[row.getInt(2)],
        AttributeChanges.parse(row.getString(3)),
        Optional.ofNullable(row.getString(4)).map(Origin::parse),
        row.getInt(5));
  }

  /** Of what kinds the instances are that wait, those of the ones that go next first. */
  List<Kind> kinds(Instant now, int limit) {
    return database.query(
        "SELECT sop_class, transfer_syntax FROM instance WHERE state = 'WAITING'"
            + " GROUP BY sop_class, transfer_syntax"
            + " ORDER BY MIN(next_try) > ?, MIN(urgency), MIN(id) LIMIT ?",
        row -> new Kind(row.getString(1), row.getString(2)),
        now.toEpochMilli(),
        limit);
  }

  /** Whether anything waits, for its time or for its turn. */
  boolean isIdle() {
    return database
        .query("SELECT id FROM instance WHERE state = 'WAITING' LIMIT 1", row -> row.getString(1))
        .isEmpty();
  }

  /**
   * Takes back what is not delivered of a study.
   *
   * @param onTheirWay ids of what may yet be delivered; else it is as if it had never been here
   */
  void withdraw(String study, Set<String> onTheirWay) {
    database.transaction(
        () -> {
          database.update(
              "DELETE FROM instance WHERE study = ? AND state <> 'DELIVERED'"
                  + " AND id NOT IN (SELECT value FROM json_each(?))",
              study,
              Database.list(onTheirWay));
          database.update(
              "UPDATE instance SET state = 'WITHDRAWN' WHERE study = ? AND state <> 'DELIVERED'",
              study);
        });
  }

  /**
   * Lets what waits of a study be as urgent.
   *
   * @return how many there are
   */
  int hurry(String study, Urgency urgency) {
    return database.update(
        "UPDATE instance SET urgency = ? WHERE study = ? AND state = 'WAITING'",
        urgency.ordinal(),
        study);
  }

  /** The destination has it. */
  void delivered(String id, Instant sentAt, String note) {
    settle(id, "state IN ('WAITING', 'WITHDRAWN')", "DELIVERED", sentAt, note);
  }

  /** It is not sent until a person says so. */
  void parked(String id, Instant sentAt, String reason) {
    settle(id, "state = 'WAITING'", "PARKED", sentAt, reason);
  }

  private void settle(String id, String before, String state, Instant sentAt, String note) {
    database.update(
        "UPDATE instance SET state = ?, sent_at = ?, settled_at = ?, note = ?"
            + " WHERE id = ? AND "
            + before,
        state,
        text(sentAt),
        text(Instant.now()),
        note,
        id);
  }

  /** It failed, and others need not. */
  void failed(String id, Instant sentAt, String reason, Instant nextTry) {
    database.update(
        "UPDATE instance SET attempts = attempts + 1, next_try = ?, sent_at = ?, note = ?"
            + " WHERE id = ? AND state = 'WAITING'",
        nextTry.toEpochMilli(),
        text(sentAt),
        reason,
        id);
  }

  /**
   * Lets parked instances wait again.
   *
   * @return how many there were
   */
  int retry(ParkedFilter filter) {
    return database.update(
        "UPDATE instance SET state = 'WAITING', attempts = 0, next_try = 0, note = '',"
            + " settled_at = NULL"
            + " WHERE state = 'PARKED' AND (?1 = '' OR study = ?1) AND (?2 = '' OR sop = ?2)",
        filter.study(),
        filter.instance());
  }

  /** Those of the ids that were delivered, and when. */
  Map<String, Instant> delivered(Collection<String> ids) {
    return database
        .query(
            "SELECT id, settled_at FROM instance WHERE state = 'DELIVERED'"
                + " AND id IN (SELECT value FROM json_each(?))",
            row -> Map.entry(row.getString(1), Instant.parse(row.getString(2))),
            Database.list(ids))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Those of the ids that wait. */
  Set<String> underWay(Collection<String> ids) {
    return new HashSet<>(
        database.query(
            "SELECT id FROM instance WHERE state = 'WAITING'"
                + " AND id IN (SELECT value FROM json_each(?))",
            row -> row.getString(1),
            Database.list(ids)));
  }

  void forget(Collection<String> ids) {
    database.update(
        "DELETE FROM instance WHERE id IN (SELECT value FROM json_each(?))", Database.list(ids));
  }

  /** When a person stopped the sending; empty if it is wanted. */
  Optional<Instant> pausedSince() {
    return database
        .query("SELECT since FROM paused ORDER BY since", row -> Instant.parse(row.getString(1)))
        .stream()
        .findFirst();
  }

  void pause() {
    database.update(
        "INSERT INTO paused (since) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM paused)",
        text(Instant.now()));
  }

  void resume() {
    database.update("DELETE FROM paused");
  }

  private static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
