package org.dicomgateway.hub.index;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteIndexTest extends IndexContract {
  @TempDir Path folder;

  @Override
  Database database() throws IOException {
    return Database.sqlite(folder.resolve("index.db"));
  }
}
