package org.dicomgateway.hub.index;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
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
    return new Database(config, SQLITE);
  }

  /**
   * @param jdbcUrl {@code jdbc:postgresql://host:port/database}
   */
  public static Database postgresql(String jdbcUrl, Optional<Login> login) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(jdbcUrl);
    login.map(Login::user).ifPresent(config::setUsername);
    login.map(Login::password).ifPresent(config::setPassword);
    config.setMaximumPoolSize(CONNECTIONS);
    return new Database(config, POSTGRESQL);
  }

  DataSource dataSource() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
  }
}
