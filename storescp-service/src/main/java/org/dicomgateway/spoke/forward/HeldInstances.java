package org.dicomgateway.spoke.forward;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dicomgateway.spoke.database.Database;
import org.dicomgateway.spoke.destination.Urgency;

/**
 * Which instances of the queue are held to be prepared, and which were: column {@code preparation},
 * 0: as received, 1: held, 2: prepared. Thread-safe; every method is one transaction and throws
 * {@link org.dicomgateway.spoke.database.DatabaseException} if the database fails, changing
 * nothing.
 */
final class HeldInstances {
  private final Database database;

  HeldInstances(Database database) {
    this.database = database;
  }

  /** Instances that wait to be prepared, the most urgent and then the longest waiting first. */
  List<Held> held(int limit) {
    return database.query(
        "SELECT id, study, urgency, length FROM instance"
            + " WHERE preparation = 1 AND state = 'WAITING' ORDER BY urgency, id LIMIT ?",
        row ->
            new Held(
                row.getString(1),
                row.getString(2),
                Urgency.values()[row.getInt(3)],
                row.getLong(4)),
        limit);
  }

  /** Lets instances be packed: prepared, or as they were received. */
  void release(List<Held> instances, Preparedness as) {
    database.transaction(() -> instances.forEach(held -> release(held.id(), as)));
  }

  private void release(String id, Preparedness as) {
    switch (as) {
      case Preparedness.AsReceived() ->
          database.update(
              "UPDATE instance SET preparation = 0 WHERE id = ? AND preparation = 1", id);
      case Preparedness.Prepared(Instant at, long length) ->
          database.update(
              "UPDATE instance SET preparation = 2, prepared_at = ?, prepared_length = ?"
                  + " WHERE id = ? AND preparation = 1",
              at.toString(),
              length,
              id);
    }
  }

  /** Instances go as they were received after all, whatever was made of them before. */
  void sentAsReceived(Collection<String> ids) {
    database.transaction(
        () ->
            ids.forEach(
                id ->
                    database.update(
                        "UPDATE instance SET preparation = 0, prepared_at = NULL,"
                            + " prepared_length = NULL WHERE id = ? AND preparation = 2",
                        id)));
  }

  /** Ids of instances that were prepared and are not delivered. */
  Set<String> prepared() {
    return new HashSet<>(
        database.query(
            "SELECT id FROM instance WHERE preparation = 2 AND state IN ('WAITING', 'PACKED')",
            row -> row.getString(1)));
  }

  /** Lets waiting instances be prepared again. */
  void holdAgain(Collection<String> ids) {
    database.transaction(
        () ->
            ids.forEach(
                id ->
                    database.update(
                        "UPDATE instance SET preparation = 1, prepared_at = NULL,"
                            + " prepared_length = NULL WHERE id = ? AND state = 'WAITING'",
                        id)));
  }
}
