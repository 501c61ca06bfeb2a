package org.dicomgateway.spoke.route;

import java.util.List;

/** What the ledger's SQLite file is made of. */
final class LedgerSchema {
  /** The statements that bring a file from each version to the next. */
  static final List<List<String>> MIGRATIONS =
      List.of(
          List.of(
              """
          CREATE TABLE decision (
            id           TEXT PRIMARY KEY,  -- name of the spool file; sorts by receipt
            study        TEXT NOT NULL,
            series       TEXT NOT NULL,
            sop          TEXT NOT NULL,
            sha256       TEXT NOT NULL,
            patient_id   TEXT NOT NULL,     -- as the header says
            patient_name TEXT NOT NULL,
            modality     TEXT NOT NULL,
            calling_aet  TEXT NOT NULL,
            received_at  TEXT NOT NULL,
            length       INTEGER NOT NULL,
            kind         TEXT NOT NULL,     -- SEND, HOLD, DROP, UNROUTED
            destinations TEXT NOT NULL,     -- JSON list of names
            reason       TEXT NOT NULL,
            dispatch     TEXT NOT NULL,     -- JSON, to be handed out again
            rules        TEXT NOT NULL,     -- JSON list of names
            routes       INTEGER NOT NULL,  -- version of the routes
            decided_at   TEXT NOT NULL
          ) WITHOUT ROWID""",
              "CREATE INDEX decision_study ON decision (study)",
              "CREATE INDEX decision_sop ON decision (sop)",
              "CREATE INDEX decision_kept ON decision (study, id) WHERE kind <> 'SEND'"),
          List.of(
              // JSON list of names
              "ALTER TABLE decision ADD COLUMN asked TEXT NOT NULL DEFAULT '[]'"));

  private LedgerSchema() {}
}
