package org.dicomgateway.spoke.forward;

import static org.dicomgateway.spoke.forward.InstanceState.WAITING;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dicomgateway.spoke.change.AttributeChanges;
import org.dicomgateway.spoke.change.Origin;
import org.dicomgateway.spoke.database.Database;
import org.dicomgateway.spoke.destination.ParkedFilter;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.spool.SpooledInstance;

/**
 * Which instances there are and which of them wait; {@link QueuedPacks} knows in which packs they
 * go. Thread-safe; every method is one transaction and throws {@link
 * org.dicomgateway.spoke.database.DatabaseException} if the database fails, changing nothing.
 */
final class Queue {
  /**
   * An instance that is not delivered yet.
   *
   * @param bytes to be sent: of the prepared file, if there is one
   */
  record Waiting(String id, String series, String sop, String sha256, long bytes, boolean alone) {
    /** The same for the same bytes of the same SOP instance. */
    String key() {
      return sop + sha256;
    }
  }

  /** Of what the hub gives a receipt for. */
  static final String SHA256 = "COALESCE(changed_sha256, sha256)";

  /** To be sent, of one instance. */
  static final String BYTES = "COALESCE(prepared_length, instance.length)";

  private final Database database;
  private final String destination;

  /** What was received before may have been delivered by a queue that was lost. */
  private final Instant madeAt;

  /**
   * @param destination whose queue it is
   */
  Queue(Database database, String destination) {
    this.database = database;
    this.destination = destination;
    this.madeAt = ids().isEmpty() ? Instant.now() : Instant.MIN;
  }

  /** Ids of all instances but those that were taken back. */
  Set<String> ids() {
    return new HashSet<>(
        database.query("SELECT id FROM instance WHERE withdrawn = 0", row -> row.getString(1)));
  }

  /**
   * Adds instances that wait from now on.
   *
   * @param isHeld whether one has to be prepared before it can be packed
   * @return those that were not there already
   */
  List<Routed> add(List<Routed> instances, Predicate<Routed> isHeld) {
    List<Routed> added = new ArrayList<>();
    database.transaction(
        () ->
            instances.stream()
                .filter(routed -> add(routed, isHeld.test(routed)) == 1)
                .forEach(added::add));
    return added;
  }

  private int add(Routed routed, boolean held) {
    SpooledInstance instance = routed.instance();
    database.update(
        "UPDATE instance SET withdrawn = 0 WHERE id = ? AND withdrawn = 1", instance.id());
    return database.update(
        "INSERT INTO instance (id, sop, sha256, study, length, received_at, destination,"
            + " route_reason, routed_at, series, urgency, live, state, preparation, changes,"
            + " origin, compressing, doubtful, alone)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"
            + " ON CONFLICT (id) DO NOTHING",
        instance.id(),
        instance.identity().sopInstanceUid(),
        instance.sha256(),
        instance.identity().studyInstanceUid(),
        instance.length(),
        instance.receivedAt().toString(),
        destination,
        routed.dispatch().reason(),
        routed.at().toString(),
        instance.identity().seriesInstanceUid(),
        routed.dispatch().urgency().ordinal(),
        Ultrasound.isLive(instance) ? 1 : 0,
        WAITING.name(),
        held ? 1 : 0,
        changes(routed),
        routed.dispatch().origin().map(Origin::json).orElse(null),
        routed.mayBeCompressed() ? 1 : 0,
        instance.receivedAt().isBefore(madeAt) ? 1 : 0);
  }

  /** When those of these instances were delivered that were. */
  Map<String, Instant> delivered(Collection<String> ids) {
    Map<String, Instant> delivered = new HashMap<>();
    database
        .query(
            "SELECT id, settled_at FROM instance"
                + " WHERE id IN (SELECT value FROM json_each(?)) AND state = 'DELIVERED'",
            row -> Map.entry(row.getString(1), Instant.parse(row.getString(2))),
            Database.list(ids))
        .forEach(entry -> delivered.put(entry.getKey(), entry.getValue()));
    return delivered;
  }

  /** Which of these instances wait or are in a pack. */
  Set<String> underWay(Collection<String> ids) {
    return new HashSet<>(
        database.query(
            "SELECT id FROM instance WHERE id IN (SELECT value FROM json_each(?))"
                + " AND state IN ('WAITING', 'PACKED')",
            row -> row.getString(1),
            Database.list(ids)));
  }

  /** Null if there are none. */
  private static String changes(Routed routed) {
    AttributeChanges changes = routed.dispatch().changes();
    return changes.isEmpty() ? null : changes.json();
  }

  /** Whether nothing could be sent now but what is held. */
  boolean isIdle() {
    return database
        .query(
            "SELECT id FROM instance WHERE state = 'PACKED'"
                + " OR state = 'WAITING' AND preparation <> 1 LIMIT 1",
            row -> row.getString(1))
        .isEmpty();
  }

  /** When the latest live instance was received, and how urgent it was; empty if none is known. */
  Optional<Map.Entry<Precedence, Instant>> lastLive() {
    return database
        .query(
            "SELECT urgency, live, received_at FROM instance WHERE live = 1"
                + " ORDER BY id DESC LIMIT 1",
            row ->
                Map.entry(
                    Precedence.of(row.getInt(1), row.getInt(2)), Instant.parse(row.getString(3))))
        .stream()
        .findFirst();
  }

  /** What waits by study and urgency, the longest waiting study first. */
  List<StudyBacklog> backlog() {
    return database.query(
        "SELECT study, urgency, MAX(live), COUNT(*), SUM("
            + BYTES
            + "), MAX(alone) FROM instance"
            + " WHERE state = 'WAITING' AND preparation <> 1"
            + " GROUP BY study, urgency ORDER BY MIN(id)",
        row ->
            new StudyBacklog(
                row.getString(1),
                Precedence.of(row.getInt(2), row.getInt(3)),
                row.getInt(4),
                row.getLong(5),
                row.getInt(6) == 1));
  }

  /** The longest waiting instances of a study that are as urgent. */
  List<Waiting> waiting(StudyBacklog.Key key, int limit) {
    return database.query(
        "SELECT id, series, sop, "
            + SHA256
            + ", "
            + BYTES
            + ", alone FROM instance"
            + " WHERE state = 'WAITING' AND preparation <> 1 AND study = ? AND urgency = ?"
            + " ORDER BY id LIMIT ?",
        Queue::waiting,
        key.study(),
        key.urgency().ordinal(),
        limit);
  }

  static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getLong(5),
        row.getInt(6) == 1);
  }

  /**
   * Lets parked instances wait again.
   *
   * @return how many there were
   */
  int retry(ParkedFilter filter) {
    return database.update(
        "UPDATE instance SET state = 'WAITING', pack = NULL, note = NULL, settled_at = NULL"
            + " WHERE state = 'PARKED' AND (?1 = '' OR study = ?1) AND (?2 = '' OR sop = ?2)",
        filter.study(),
        filter.instance());
  }

  /**
   * Takes back what is not delivered of a study; what is in a pack goes with that, or comes back.
   *
   * @return ids of what is as if it had never been here
   */
  List<String> withdraw(String study) {
    List<String> ids = new ArrayList<>();
    database.transaction(
        () -> {
          ids.addAll(
              database.query(
                  "SELECT id FROM instance WHERE study = ? AND state IN ('WAITING', 'PARKED')",
                  row -> row.getString(1),
                  study));
          ids.forEach(id -> database.update("DELETE FROM instance WHERE id = ?", id));
          database.update(
              "UPDATE instance SET withdrawn = 1 WHERE study = ? AND state = 'PACKED'", study);
        });
    return ids;
  }

  /**
   * Lets what is not delivered of a study be as urgent.
   *
   * @return how many instances there are
   */
  int hurry(String study, Urgency urgency) {
    return database.update(
        "UPDATE instance SET urgency = ? WHERE study = ? AND state IN ('WAITING', 'PACKED')",
        urgency.ordinal(),
        study);
  }

  /** Forgets instances whose files are gone, and the packs that held no others. */
  void forget(Collection<String> ids) {
    database.transaction(
        () -> {
          ids.forEach(id -> database.update("DELETE FROM instance WHERE id = ?", id));
          database.update(
              "DELETE FROM pack WHERE settled_at IS NOT NULL"
                  + " AND id NOT IN (SELECT pack FROM instance WHERE pack IS NOT NULL)");
        });
  }
}
