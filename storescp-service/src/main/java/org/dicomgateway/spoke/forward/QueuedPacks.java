package org.dicomgateway.spoke.forward;

import static org.dicomgateway.spoke.forward.InstanceState.DELIVERED;
import static org.dicomgateway.spoke.forward.InstanceState.PACKED;
import static org.dicomgateway.spoke.forward.InstanceState.PARKED;
import static org.dicomgateway.spoke.forward.InstanceState.WAITING;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dicomgateway.spoke.database.Database;

/**
 * Which instance of the queue goes in which pack, and what became of it. Thread-safe; every method
 * is one transaction and throws {@link org.dicomgateway.spoke.database.DatabaseException} if the
 * database fails, changing nothing.
 */
final class QueuedPacks {
  /**
   * An instance that has its receipt.
   *
   * @param length bytes as it was received
   * @param took from its acknowledgement to its receipt
   */
  record Delivered(long length, Duration took) {}

  private final Database database;

  QueuedPacks(Database database) {
    this.database = database;
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
  List<Pack> unsettled() {
    return database.query(
        "SELECT pack.id, pack.study, created, COALESCE(MIN(urgency), 1), COALESCE(MAX(live), 0),"
            + " COALESCE(SUM("
            + Queue.BYTES
            + "), 0)"
            + " FROM pack LEFT JOIN instance ON instance.pack = pack.id AND state = 'PACKED'"
            + " WHERE pack.settled_at IS NULL GROUP BY pack.id ORDER BY pack.id",
        row ->
            new Pack(
                row.getString(1),
                row.getString(2),
                Instant.parse(row.getString(3)),
                Precedence.of(row.getInt(4), row.getInt(5)),
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

  /** Whether an instance of a pack was taken back. */
  boolean isWithdrawn(Pack pack) {
    return !database
        .query(
            "SELECT id FROM instance WHERE pack = ? AND state = 'PACKED' AND withdrawn = 1",
            row -> row.getString(1),
            pack.id())
        .isEmpty();
  }

  /** Whether the hub may have an instance of a pack from before the queue was lost. */
  boolean isDoubtful(Pack pack) {
    return !database
        .query(
            "SELECT id FROM instance WHERE pack = ? AND state = 'PACKED' AND doubtful = 1 LIMIT 1",
            row -> row.getString(1),
            pack.id())
        .isEmpty();
  }

  /**
   * Forgets a pack that was made of instances that may be delivered; they wait, and nothing of the
   * study is in doubt any more but what other packs hold.
   *
   * @param outcomes what the hub has of the study, by {@link Queue.Waiting#key}
   * @return ids of what turned out to be delivered
   */
  List<String> recover(Pack pack, Map<String, String> outcomes, Instant now) {
    List<String> delivered = new ArrayList<>();
    database.transaction(
        () -> {
          List<Queue.Waiting> doubtful = doubtful(pack);
          dissolve(pack, false);
          for (Queue.Waiting instance : doubtful) {
            String outcome = outcomes.get(instance.key());
            if (outcome != null) {
              settle(instance.id(), DELIVERED, outcome, now);
              delivered.add(instance.id());
            }
            database.update("UPDATE instance SET doubtful = 0 WHERE id = ?", instance.id());
          }
        });
    return delivered;
  }

  /** Of its study; what has to be changed first has no digest yet that the hub could know. */
  private List<Queue.Waiting> doubtful(Pack pack) {
    return database.query(
        "SELECT id, series, sop, "
            + Queue.SHA256
            + ", "
            + Queue.BYTES
            + ", alone FROM instance WHERE doubtful = 1 AND (pack = ?"
            + " OR state = 'WAITING' AND study = ?"
            + " AND (changes IS NULL OR changed_sha256 IS NOT NULL))",
        Queue::waiting,
        pack.id(),
        pack.study());
  }

  /** Leaves only these instances in a pack; the others wait again. */
  void keep(Pack pack, Set<String> ids) {
    database.transaction(
        () -> {
          for (Queue.Waiting instance : instancesOf(pack)) {
            if (!ids.contains(instance.id()) && !forgetIfWithdrawn(instance.id())) {
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

  /** Forgets a pack; its instances wait again, but for those that were taken back. */
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
        "DELETE FROM instance WHERE pack = ? AND state = 'PACKED' AND withdrawn = 1", pack.id());
    database.update(
        "UPDATE instance SET state = ?, pack = NULL, alone = MAX(alone, ?)"
            + " WHERE pack = ? AND state = 'PACKED'",
        WAITING.name(),
        alone ? 1 : 0,
        pack.id());
  }

  /** What a pack holds. */
  List<Queue.Waiting> instancesOf(Pack pack) {
    return database.query(
        "SELECT id, series, sop, "
            + Queue.SHA256
            + ", "
            + Queue.BYTES
            + ", alone FROM instance"
            + " WHERE state = 'PACKED' AND pack = ? ORDER BY id",
        Queue::waiting,
        pack.id());
  }

  /** Keeps an instance from being sent; one that was taken back is as if it had not been here. */
  void park(String id, String reason, Instant now) {
    database.transaction(
        () -> {
          if (!forgetIfWithdrawn(id)) {
            settle(id, PARKED, reason, now);
          }
        });
  }

  private boolean forgetIfWithdrawn(String id) {
    return database.update("DELETE FROM instance WHERE id = ? AND withdrawn = 1", id) > 0;
  }

  private void settle(String id, InstanceState state, String note, Instant now) {
    database.update(
        "UPDATE instance SET state = ?, note = ?, settled_at = ?, withdrawn = 0 WHERE id = ?",
        state.name(),
        note,
        now.toString(),
        id);
  }
}
