package org.dicomgateway.hub.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SqliteIndexTest extends IndexContract {
  @TempDir Path folder;

  @Override
  Database database() throws IOException {
    return Database.sqlite(folder.resolve("index.db"));
  }

  /** Or to delete a row reads all of them; the tables' definitions are PostgreSQL's, too. */
  @ParameterizedTest
  @CsvSource({
    "series, study_key",
    "instance, series_key",
    "instance, pack_key",
    "conflict, pack_key"
  })
  void findsWhatRefersToARowWithoutReadingAll(String table, String key) throws IOException {
    try (Database database = database()) {
      String plan =
          JdbcClient.create(database.dataSource())
              .sql("EXPLAIN QUERY PLAN SELECT 1 FROM %s WHERE %s = 1".formatted(table, key))
              .query((row, number) -> row.getString("detail"))
              .single();
      assertThat(plan).startsWith("SEARCH " + table);
    }
  }
}
