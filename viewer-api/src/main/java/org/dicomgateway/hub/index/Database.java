package org.dicomgateway.hub.index;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Where the index is kept, its tables up to date: one SQLite file, or PostgreSQL where one machine
 * is not enough. Thread-safe.
 */
public final class Database implements AutoCloseable {
  private static final Map<String, String> SQLITE =
      Map.of("id", "INTEGER PRIMARY KEY", "text", "TEXT", "bytes", "BLOB");
  private static final Map<String, String> POSTGRESQL =
      Map.of(
          "id", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
          "text", "TEXT COLLATE \"C\"",
          "bytes", "BYTEA");
  private static final String SQLITE_URL = "jdbc:sqlite:";
  private static final String POSTGRESQL_URL = "jdbc:postgresql:";
  private static final int CONNECTIONS = 8;

  /**
   * User and password of a database server; never part of a message.
   *
   * @param user empty if the URL has both
   */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }

  private final HikariDataSource pool;

  private Database(HikariConfig config, Map<String, String> types) {
    this.pool = new HikariDataSource(config);
    try {
      Flyway.configure()
          .dataSource(pool)
          .locations("classpath:org/dicomgateway/hub/index/migration")
          .placeholders(types)
          .load()
          .migrate();
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /** Opens or makes a SQLite file; the folder it is in is made too. */
  public static Database sqlite(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    SQLiteConfig sqlite = new SQLiteConfig();
    sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
    // A receipt is a promise: what it is about must outlive a power cut.
    sqlite.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    sqlite.setBusyTimeout(60_000);
    sqlite.enforceForeignKeys(true);
    sqlite.enableCaseSensitiveLike(true);
    // Taking the write lock at once cannot deadlock, as upgrading a read lock can.
    sqlite.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    SQLiteDataSource source = new SQLiteDataSource(sqlite);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setMaximumPoolSize(CONNECTIONS);
    try {
      return new Database(config, SQLITE);
    } catch (RuntimeException e) {
      throw unusable(file, e);
    }
  }

  private static IOException unusable(Path file, RuntimeException e) {
    return new IOException(
        "the index %s cannot be used: %s".formatted(file, DatabaseFailure.text(e)), e);
  }

  /**
   * Opens what a URL names.
   *
   * @param url {@code jdbc:postgresql://host:port/database} or {@code jdbc:sqlite:/path/to/file}
   * @throws IllegalArgumentException if it names neither
   */
  public static Database open(String url, Optional<Login> login) throws IOException {
    if (url.startsWith(SQLITE_URL)) {
      return sqlite(Path.of(url.substring(SQLITE_URL.length())));
    }
    if (url.startsWith(POSTGRESQL_URL)) {
      return postgresql(url, login);
    }
    throw new IllegalArgumentException(
        "a database is named jdbc:postgresql://host:port/name or jdbc:sqlite:/path");
  }

  private static Database postgresql(String url, Optional<Login> login) throws IOException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    login.map(Login::user).ifPresent(config::setUsername);
    login.map(Login::password).ifPresent(config::setPassword);
    config.setMaximumPoolSize(CONNECTIONS);
    try {
      return new Database(config, POSTGRESQL);
    } catch (HikariPool.PoolInitializationException e) {
      throw new IOException(
          "no connection to %s: %s; check that the server runs, and user and password"
              .formatted(url.replaceFirst("\\?.*", ""), e.getCause().getMessage()),
          e);
    }
  }

  DataSource dataSource() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
  }
}
