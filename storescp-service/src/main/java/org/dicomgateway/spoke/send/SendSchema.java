package org.dicomgateway.spoke.send;

import java.util.List;

/** What the SQLite file of a queue is made of. */
final class SendSchema {
  /** The statements that bring a file from each version to the next. */
  static final List<List<String>> MIGRATIONS =
      List.of(
          List.of(
              """
          CREATE TABLE instance (
            id              TEXT PRIMARY KEY,  -- name of the spool file; sorts by receipt
            sop             TEXT NOT NULL,
            sop_class       TEXT NOT NULL,
            study           TEXT NOT NULL,
            transfer_syntax TEXT NOT NULL,
            length          INTEGER NOT NULL,
            urgency         INTEGER NOT NULL,  -- 0: the most urgent
            changes         TEXT NOT NULL,     -- AttributeChanges
            route_reason    TEXT NOT NULL,
            received_at     TEXT NOT NULL,
            accepted_at     TEXT NOT NULL,
            state           TEXT NOT NULL,     -- WAITING, DELIVERED, PARKED; WITHDRAWN: taken back
                                               -- on its way, where it may yet be delivered
            attempts        INTEGER NOT NULL DEFAULT 0, -- that failed, of this instance alone
            next_try        INTEGER NOT NULL DEFAULT 0, -- not before, milliseconds since 1970
            sent_at         TEXT,              -- when its first byte went the last time
            settled_at      TEXT,              -- delivered or parked
            note            TEXT NOT NULL DEFAULT '' -- the destination's word, or why it is parked
          ) WITHOUT ROWID""",
              "CREATE INDEX instance_waiting ON instance (urgency, id, next_try) WHERE state = 'WAITING'",
              "CREATE INDEX instance_state ON instance (state, settled_at)",
              "CREATE INDEX instance_study ON instance (study, id)",
              "CREATE TABLE paused (since TEXT PRIMARY KEY) WITHOUT ROWID"),
          List.of(
              // Of what is changed, as JSON; NULL: its own receipt
              "ALTER TABLE instance ADD COLUMN origin TEXT"));

  private SendSchema() {}
}
