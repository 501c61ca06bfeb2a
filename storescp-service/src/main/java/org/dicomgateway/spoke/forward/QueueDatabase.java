package org.dicomgateway.spoke.forward;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/** The queue's SQLite file: one connection, one transaction at a time. Thread-safe. */
final class QueueDatabase implements AutoCloseable {
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
              // 0: goes as it was received; 1: waits to be prepared; 2: was prepared
              "ALTER TABLE instance ADD COLUMN preparation INTEGER NOT NULL DEFAULT 0",
              "CREATE INDEX instance_held ON instance (urgency, id) WHERE preparation = 1"),
          List.of(
              "ALTER TABLE instance ADD COLUMN prepared_at TEXT",
              "ALTER TABLE instance ADD COLUMN prepared_length INTEGER")); // bytes as it is sent

  static final int VERSION = MIGRATIONS.size();

  private final Connection connection;
  private final ReentrantLock lock = new ReentrantLock();

  private QueueDatabase(Connection connection) {
    this.connection = connection;
  }

  static QueueDatabase open(Path file) throws SQLException {
    QueueDatabase database = new QueueDatabase(DriverManager.getConnection("jdbc:sqlite:" + file));
    try (Statement statement = database.connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = NORMAL");
    }
    int version = database.query("PRAGMA user_version", row -> row.getInt(1)).getFirst();
    if (version <= VERSION) {
      database.transaction(() -> database.migrate(version));
    } else {
      database.close();
      throw new SQLException(
          "%s has version %d, this release reads %d. Start the release that wrote it, or move the"
                  .formatted(file, version, VERSION)
              + " file away: the queue is then rebuilt from the spool");
    }
    return database;
  }

  private void migrate(int version) {
    MIGRATIONS.subList(version, VERSION).forEach(step -> step.forEach(this::update));
    update("PRAGMA user_version = " + VERSION);
  }

  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Runs statements that hold together; none is done if the work throws. */
  void transaction(Runnable work) {
    lock.lock();
    try {
      connection.setAutoCommit(false);
      try {
        work.run();
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        rollBack(e);
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new QueueException(e);
    } finally {
      lock.unlock();
    }
  }

  /** What a full disk breaks off is rolled back already; the first failure is the one to tell. */
  private void rollBack(Exception reason) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  int update(String sql, Object... values) {
    lock.lock();
    try (PreparedStatement statement = prepare(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new QueueException(e);
    } finally {
      lock.unlock();
    }
  }

  <T> List<T> query(String sql, Row<T> row, Object... values) {
    lock.lock();
    try (PreparedStatement statement = prepare(sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(row.read(rows));
      }
      return all;
    } catch (SQLException e) {
      throw new QueueException(e);
    } finally {
      lock.unlock();
    }
  }

  /** Ids as one value, of which {@code json_each} makes rows: there may be any number. */
  static String list(Collection<String> ids) {
    return ids.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
  }

  private PreparedStatement prepare(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    lock.lock();
    try {
      connection.close();
    } finally {
      lock.unlock();
    }
  }
}
