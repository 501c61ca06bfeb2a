package org.dicomgateway.spoke.forward;

import static org.dicomgateway.spoke.forward.InstanceState.DELIVERED;
import static org.dicomgateway.spoke.forward.InstanceState.PACKED;
import static org.dicomgateway.spoke.forward.InstanceState.PARKED;
import static org.dicomgateway.spoke.forward.InstanceState.WAITING;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.dicomgateway.spoke.spool.SpooledInstance;

/**
 * Which instance waits, is in which pack, or has its receipt. Thread-safe; every method is one
 * transaction and throws {@link QueueException} if the database fails, changing nothing.
 */
final class Queue {
  /**
   * An instance that is not delivered yet.
   *
   * @param bytes to be sent: of the prepared file, if there is one
   */
  record Waiting(String id, String series, String sop, String sha256, long bytes, boolean alone) {}

  /**
   * An instance that has its receipt.
   *
   * @param length bytes as it was received
   * @param took from its acknowledgement to its receipt
   */
  record Delivered(long length, Duration took) {}

  /** To be sent, of one instance. */
  private static final String BYTES = "COALESCE(prepared_length, instance.length)";

  private final QueueDatabase database;

  Queue(QueueDatabase database) {
    this.database = database;
  }

  /** Ids of all instances, whatever their state. */
  Set<String> ids() {
    return new HashSet<>(database.query("SELECT id FROM instance", row -> row.getString(1)));
  }

  /** Ids of a study's instances, whatever their state, in the order of their receipt. */
  List<String> idsOf(String study) {
    return database.query(
        "SELECT id FROM instance WHERE study = ? ORDER BY id", row -> row.getString(1), study);
  }

  /**
   * Adds instances that wait from now on.
   *
   * @param isHeld whether one has to be prepared before it can be packed
   */
  void add(List<Routed> instances, Predicate<Routed> isHeld) {
    database.transaction(() -> instances.forEach(routed -> add(routed, isHeld.test(routed))));
  }

  private void add(Routed routed, boolean held) {
    SpooledInstance instance = routed.instance();
    database.update(
        "INSERT INTO instance (id, sop, sha256, study, length, received_at, destination,"
            + " route_reason, routed_at, series, urgency, live, state, preparation, alone)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"
            + " ON CONFLICT (id) DO NOTHING",
        instance.id(),
        instance.identity().sopInstanceUid(),
        instance.sha256(),
        instance.identity().studyInstanceUid(),
        instance.length(),
        instance.receivedAt().toString(),
        routed.dispatch().destination(),
        routed.dispatch().reason(),
        routed.at().toString(),
        instance.identity().seriesInstanceUid(),
        routed.dispatch().urgency().ordinal(),
        Ultrasound.isLive(instance) ? 1 : 0,
        WAITING.name(),
        held ? 1 : 0);
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

  /** Whether the same bytes of the same instance are on their way already. */
  boolean isOnItsWay(SpooledInstance instance) {
    return !database
        .query(
            "SELECT id FROM instance WHERE sop = ? AND sha256 = ? AND state IN (?, ?) AND id <> ?",
            row -> row.getString(1),
            instance.identity().sopInstanceUid(),
            instance.sha256(),
            WAITING.name(),
            PACKED.name(),
            instance.id())
        .isEmpty();
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
                precedence(row.getInt(2), row.getInt(3)),
                row.getInt(4),
                row.getLong(5),
                row.getInt(6) == 1));
  }

  private static Precedence precedence(int urgency, int live) {
    return new Precedence(Urgency.values()[urgency], live == 1);
  }

  /** The longest waiting instances of a study that are as urgent. */
  List<Waiting> waiting(StudyBacklog.Key key, int limit) {
    return database.query(
        "SELECT id, series, sop, sha256, "
            + BYTES
            + ", alone FROM instance"
            + " WHERE state = 'WAITING' AND preparation <> 1 AND study = ? AND urgency = ?"
            + " ORDER BY id LIMIT ?",
        Queue::waiting,
        key.study(),
        key.urgency().ordinal(),
        limit);
  }

  /** What a pack holds. */
  List<Waiting> instancesOf(Pack pack) {
    return database.query(
        "SELECT id, series, sop, sha256, "
            + BYTES
            + ", alone FROM instance"
            + " WHERE state = 'PACKED' AND pack = ? ORDER BY id",
        Queue::waiting,
        pack.id());
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getLong(5),
        row.getInt(6) == 1);
  }

  /** Writes down what a pack is made of, before anything of it is sent. */
  void plan(Pack pack) {
    database.transaction(
        () -> {
          database.update(
              "INSERT INTO pack (id, study, created) VALUES (?, ?, ?)",
              pack.id(),
              pack.study(),
              pack.created().toString());
          for (String id : pack.instances()) {
            database.update(
                "UPDATE instance SET state = ?, pack = ? WHERE id = ?",
                PACKED.name(),
                pack.id(),
                id);
          }
        });
  }

  /** Packs that have no receipt yet, in the order of their making. */
  List<Pack> packs() {
    return database.query(
        "SELECT pack.id, pack.study, created, COALESCE(MIN(urgency), 1), COALESCE(MAX(live), 0),"
            + " COALESCE(SUM("
            + BYTES
            + "), 0)"
            + " FROM pack LEFT JOIN instance ON instance.pack = pack.id AND state = 'PACKED'"
            + " WHERE pack.settled_at IS NULL GROUP BY pack.id ORDER BY pack.id",
        row ->
            new Pack(
                row.getString(1),
                row.getString(2),
                Instant.parse(row.getString(3)),
                precedence(row.getInt(4), row.getInt(5)),
                instancesOf(row.getString(1)),
                row.getLong(6)));
  }

  private List<String> instancesOf(String pack) {
    return database.query(
        "SELECT id FROM instance WHERE pack = ? AND state = 'PACKED' ORDER BY id",
        row -> row.getString(1),
        pack);
  }

  /** Whether bytes of a pack may have been sent. */
  boolean isBegun(Pack pack) {
    return !database
        .query(
            "SELECT id FROM pack WHERE id = ? AND digest IS NOT NULL",
            row -> row.getString(1),
            pack.id())
        .isEmpty();
  }

  /** Leaves only these instances in a pack; the others wait again. */
  void keep(Pack pack, Set<String> ids) {
    database.transaction(
        () -> {
          for (Waiting instance : instancesOf(pack)) {
            if (!ids.contains(instance.id())) {
              database.update(
                  "UPDATE instance SET state = ?, pack = NULL WHERE id = ?",
                  WAITING.name(),
                  instance.id());
            }
          }
        });
  }

  /**
   * Holds a pack to its bytes.
   *
   * @param digest of the layout
   * @param length bytes of the pack
   * @param now when sending begins, unless it has begun before
   * @return whether the bytes are those of the first call, as they have to be to go on sending
   */
  boolean seal(Pack pack, String digest, long length, Instant now) {
    database.update(
        "UPDATE pack SET digest = ?, length = ?, sent_from = ? WHERE id = ? AND digest IS NULL",
        digest,
        length,
        now.toString(),
        pack.id());
    return !database
        .query(
            "SELECT id FROM pack WHERE id = ? AND digest = ?",
            row -> row.getString(1),
            pack.id(),
            digest)
        .isEmpty();
  }

  /** The hub has all bytes of a pack. */
  void sent(Pack pack, Instant now) {
    database.update("UPDATE pack SET sent_to = ? WHERE id = ?", now.toString(), pack.id());
  }

  /**
   * Records a pack's receipt.
   *
   * @param outcomes by instance; those without one wait again
   */
  void delivered(Pack pack, Map<String, String> outcomes, Instant now) {
    database.transaction(
        () -> {
          outcomes.forEach((id, outcome) -> settle(id, DELIVERED, outcome, now));
          letGo(pack, false);
          database.update("UPDATE pack SET settled_at = ? WHERE id = ?", now.toString(), pack.id());
        });
  }

  /** What has its receipt by a pack. */
  List<Delivered> deliveredIn(Pack pack) {
    return database.query(
        "SELECT length, received_at, settled_at FROM instance"
            + " WHERE pack = ? AND state = 'DELIVERED'",
        row ->
            new Delivered(
                row.getLong(1),
                Duration.between(Instant.parse(row.getString(2)), Instant.parse(row.getString(3)))),
        pack.id());
  }

  /** Forgets a pack; its instances wait again. */
  void release(Pack pack) {
    database.transaction(() -> dissolve(pack, false));
  }

  /** Forgets a pack; its instances wait again, each for a pack of its own. */
  void takeApart(Pack pack) {
    database.transaction(() -> dissolve(pack, true));
  }

  private void dissolve(Pack pack, boolean alone) {
    letGo(pack, alone);
    database.update("DELETE FROM pack WHERE id = ?", pack.id());
  }

  private void letGo(Pack pack, boolean alone) {
    database.update(
        "UPDATE instance SET state = ?, pack = NULL, alone = MAX(alone, ?)"
            + " WHERE pack = ? AND state = 'PACKED'",
        WAITING.name(),
        alone ? 1 : 0,
        pack.id());
  }

  /** Keeps an instance from being sent. */
  void park(String id, String reason, Instant now) {
    settle(id, PARKED, reason, now);
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

  private void settle(String id, InstanceState state, String note, Instant now) {
    database.update(
        "UPDATE instance SET state = ?, note = ?, settled_at = ? WHERE id = ?",
        state.name(),
        note,
        now.toString(),
        id);
  }

  /** Delivered instances, the longest delivered first. */
  List<String> deliveredBefore(Instant time, int limit) {
    return database.query(
        "SELECT id FROM instance WHERE state = 'DELIVERED' AND settled_at < ?"
            + " ORDER BY settled_at LIMIT ?",
        row -> row.getString(1),
        time.toString(),
        limit);
  }

  /** Forgets instances whose files are gone, and the packs that held no others. */
  void forget(List<String> ids) {
    database.transaction(
        () -> {
          ids.forEach(id -> database.update("DELETE FROM instance WHERE id = ?", id));
          database.update(
              "DELETE FROM pack WHERE settled_at IS NOT NULL"
                  + " AND id NOT IN (SELECT pack FROM instance WHERE pack IS NOT NULL)");
        });
  }
}
