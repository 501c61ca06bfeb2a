package org.dicomgateway.spoke.database;

import java.nio.file.Path;
import java.sql.SQLException;

/** A database does not work: its disk is full or broken. What is spooled stays safe. */
public final class DatabaseException extends RuntimeException {
  DatabaseException(Path file, SQLException cause) {
    super(file.getFileName() + ": " + cause.getMessage(), cause);
  }

  DatabaseException(String reason) {
    super(reason);
  }
}
