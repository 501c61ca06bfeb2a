package org.dicomgateway.spoke.database;

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

/**
 * A SQLite file that remembers what the spool could be asked for again: one connection, one
 * transaction at a time, the disk not forced for each. Thread-safe; every method throws {@link
 * DatabaseException} if the file fails, changing nothing.
 */
public final class Database implements AutoCloseable {
  private final Path file;
  private final Connection connection;
  private final ReentrantLock lock = new ReentrantLock();

  private Database(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /**
   * Opens a file, or makes one, and brings it to the version that the statements make.
   *
   * @param migrations the statements that bring it from each version to the next; an empty file has
   *     version 0
   * @throws SQLException if it cannot be used, or a later release wrote it
   */
  public static Database open(Path file, List<List<String>> migrations) throws SQLException {
    Database database = new Database(file, DriverManager.getConnection("jdbc:sqlite:" + file));
    try (Statement statement = database.connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = NORMAL");
    }
    int version = database.query("PRAGMA user_version", row -> row.getInt(1)).getFirst();
    if (version <= migrations.size()) {
      database.transaction(() -> database.migrate(version, migrations));
    } else {
      database.close();
      throw new SQLException(
          "%s has version %d, this release reads %d. Start the release that wrote it, or move the"
                  .formatted(file, version, migrations.size())
              + " file away: what it tells is then rebuilt from the spool");
    }
    return database;
  }

  private void migrate(int version, List<List<String>> migrations) {
    migrations.subList(version, migrations.size()).forEach(step -> step.forEach(this::update));
    update("PRAGMA user_version = " + migrations.size());
  }

  /** Reads a row of an answer. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Runs statements that hold together; none is done if the work throws. */
  public void transaction(Runnable work) {
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
      throw new DatabaseException(file, e);
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

  /** Runs a statement; returns how many rows it changed. */
  public int update(String sql, Object... values) {
    lock.lock();
    try (PreparedStatement statement = prepare(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException(file, e);
    } finally {
      lock.unlock();
    }
  }

  /** Runs a query. */
  public <T> List<T> query(String sql, Row<T> row, Object... values) {
    lock.lock();
    try (PreparedStatement statement = prepare(sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(row.read(rows));
      }
      return all;
    } catch (SQLException e) {
      throw new DatabaseException(file, e);
    } finally {
      lock.unlock();
    }
  }

  /** Ids as one value, of which {@code json_each} makes rows: there may be any number. */
  public static String list(Collection<String> ids) {
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
