package org.dicomgateway.hub.index;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.transaction.TransactionSystemException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a failure of the database says to people: its own words, and what to do. */
final class DatabaseFailure {
  /** As SQLite says it of each of its files. */
  private static final Set<SQLiteErrorCode> NO_ROOM =
      Set.of(
          SQLiteErrorCode.SQLITE_FULL,
          SQLiteErrorCode.SQLITE_IOERR_SHMSIZE,
          SQLiteErrorCode.SQLITE_IOERR_WRITE);

  private DatabaseFailure() {}

  /** The reason, and the remedy if there is one. */
  static String text(RuntimeException failure) {
    Throwable reason = reason(failure);
    return reason.getMessage() + remedy(reason);
  }

  private static Throwable reason(RuntimeException failure) {
    Throwable reason = failure;
    // What could not be taken back after a failure is not the failure.
    if (failure instanceof TransactionSystemException e && e.getOriginalException() != null) {
      reason = e.getOriginalException();
    }
    while (reason.getCause() != null && !(reason instanceof SQLException)) {
      reason = reason.getCause();
    }
    return reason;
  }

  private static String remedy(Throwable reason) {
    if (!(reason instanceof SQLiteException e)) {
      return "";
    }
    SQLiteErrorCode code = e.getResultCode();
    if (NO_ROOM.contains(code)) {
      return "; free room on this disk";
    }
    return code == SQLiteErrorCode.SQLITE_NOTADB || code == SQLiteErrorCode.SQLITE_CORRUPT
        ? ". Remove it, and 'gateway hub reindex' builds it anew from the archive"
        : "";
  }
}
