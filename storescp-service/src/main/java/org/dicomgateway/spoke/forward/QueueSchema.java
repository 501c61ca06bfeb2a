package org.dicomgateway.spoke.forward;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.dicomgateway.spoke.database.Database;

/** What the queue's SQLite file is made of. */
final class QueueSchema {
  /**
   * The statements that bring a file from each version to the next; an empty file has version 0.
   */
  private static final List<List<String>> MIGRATIONS =
      List.of(
          List.of(
              """
          CREATE TABLE instance (
            id           TEXT PRIMARY KEY,  -- name of the spool file; sorts by receipt
            sop          TEXT NOT NULL,
            sha256       TEXT NOT NULL,
            study        TEXT NOT NULL,
            length       INTEGER NOT NULL,
            received_at  TEXT NOT NULL,
            destination  TEXT NOT NULL,
            route_reason TEXT NOT NULL,
            state        TEXT NOT NULL,     -- InstanceState
            alone        INTEGER NOT NULL,  -- 1: goes in a pack of its own
            pack         TEXT,              -- the pack it is or went in
            note         TEXT,              -- the receipt's outcome, or why it is parked
            settled_at   TEXT               -- delivered or parked
          ) WITHOUT ROWID""",
              "CREATE INDEX instance_waiting ON instance (study, id, length, alone) WHERE state = 'WAITING'",
              "CREATE INDEX instance_state ON instance (state, settled_at)",
              "CREATE INDEX instance_pack ON instance (pack)",
              "CREATE INDEX instance_sop ON instance (sop, sha256)",
              """
          CREATE TABLE pack (
            id      TEXT PRIMARY KEY,
            study   TEXT NOT NULL,
            created TEXT NOT NULL,
            digest  TEXT                    -- of its layout, from before its first byte is sent
          ) WITHOUT ROWID"""),
          List.of(
              "ALTER TABLE instance ADD COLUMN routed_at TEXT",
              "ALTER TABLE pack ADD COLUMN length INTEGER", // bytes, known with the digest
              "ALTER TABLE pack ADD COLUMN sent_from TEXT", // before the first byte
              "ALTER TABLE pack ADD COLUMN sent_to TEXT", // when the hub had the last
              "ALTER TABLE pack ADD COLUMN settled_at TEXT", // receipt; such a pack is a memory
              // only
              "CREATE TABLE paused (destination TEXT PRIMARY KEY, since TEXT NOT NULL) WITHOUT ROWID"),
          List.of(
              // Urgency, 0: the most urgent; live, 1: looked at with the probe on the patient
              "ALTER TABLE instance ADD COLUMN series TEXT NOT NULL DEFAULT ''",
              "ALTER TABLE instance ADD COLUMN urgency INTEGER NOT NULL DEFAULT 1",
              "ALTER TABLE instance ADD COLUMN live INTEGER NOT NULL DEFAULT 0"),
          List.of(
              // 0: goes as it was received; 1: waits to be prepared; 2: compressed; 3: changed only
              "ALTER TABLE instance ADD COLUMN preparation INTEGER NOT NULL DEFAULT 0",
              "CREATE INDEX instance_held ON instance (urgency, id) WHERE preparation = 1"),
          List.of(
              "ALTER TABLE instance ADD COLUMN prepared_at TEXT",
              "ALTER TABLE instance ADD COLUMN prepared_length INTEGER"), // bytes as it is sent
          List.of(
              // Of attributes, as JSON: it must not leave without them
              "ALTER TABLE instance ADD COLUMN changes TEXT",
              // Of the file with them, uncompressed: that is what the hub gives its receipt for
              "ALTER TABLE instance ADD COLUMN changed_sha256 TEXT",
              "ALTER TABLE instance ADD COLUMN compressing INTEGER NOT NULL DEFAULT 1"),
          List.of(
              // 1: taken back when it was in a pack; delivered by that one, or forgotten with it
              "ALTER TABLE instance ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0"),
          List.of(
              // 1: queued anew because the queue was lost; the hub is asked whether it has it
              "ALTER TABLE instance ADD COLUMN doubtful INTEGER NOT NULL DEFAULT 0"),
          List.of(
              // Of what is changed, as JSON; NULL: its own receipt
              "ALTER TABLE instance ADD COLUMN origin TEXT"));

  static final int VERSION = MIGRATIONS.size();

  private QueueSchema() {}

  static Database open(Path file) throws SQLException {
    return Database.open(file, MIGRATIONS);
  }
}
