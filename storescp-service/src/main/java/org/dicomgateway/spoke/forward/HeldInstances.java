package org.dicomgateway.spoke.forward;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dicomgateway.spoke.change.AttributeChanges;
import org.dicomgateway.spoke.change.Origin;
import org.dicomgateway.spoke.database.Database;
import org.dicomgateway.spoke.destination.Dispatch.Compressing;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.forward.Preparedness.Form;

/**
 * Which instances of the queue are held to be prepared, and which were: column {@code preparation},
 * 0: as received, 1: held, 2: compressed, 3: changed only. What is to be changed is never let go
 * without. Thread-safe; every method is one transaction and throws {@link
 * org.dicomgateway.spoke.database.DatabaseException} if the database fails, changing nothing.
 */
final class HeldInstances {
  private final Database database;

  HeldInstances(Database database) {
    this.database = database;
  }

  /** Instances that wait to be prepared, the most urgent and then the longest waiting first. */
  List<Held> held(int limit) {
    return database.query(
        "SELECT id, study, urgency, live, length, changes, compressing, origin FROM instance"
            + " WHERE preparation = 1 AND state = 'WAITING' ORDER BY urgency, id LIMIT ?",
        row ->
            new Held(
                row.getString(1),
                row.getString(2),
                Urgency.values()[row.getInt(3)],
                row.getInt(4) == 1,
                row.getLong(5),
                changes(row.getString(6)),
                row.getInt(7) == 1 ? Compressing.ALLOWED : Compressing.NOT_ALLOWED,
                Optional.ofNullable(row.getString(8)).map(Origin::parse)),
        limit);
  }

  private static AttributeChanges changes(String json) {
    return json == null ? AttributeChanges.NONE : AttributeChanges.parse(json);
  }

  /** What has to be changed in these instances, of those that are not to go as they are. */
  Map<String, AttributeChanges> changes(Collection<String> ids) {
    Map<String, AttributeChanges> changes = new HashMap<>();
    database
        .query(
            "SELECT id, changes FROM instance"
                + " WHERE id IN (SELECT value FROM json_each(?)) AND changes IS NOT NULL",
            row -> Map.entry(row.getString(1), changes(row.getString(2))),
            Database.list(ids))
        .forEach(entry -> changes.put(entry.getKey(), entry.getValue()));
    return changes;
  }

  /** Lets instances be packed: prepared, or as they were received. */
  void release(List<Held> instances, Preparedness as) {
    database.transaction(() -> instances.forEach(held -> release(held.id(), as)));
  }

  private void release(String id, Preparedness as) {
    switch (as) {
      case Preparedness.AsReceived() ->
          database.update(
              "UPDATE instance SET preparation = 0"
                  + " WHERE id = ? AND preparation = 1 AND changes IS NULL",
              id);
      case Preparedness.NothingToChange() ->
          database.update(
              "UPDATE instance SET preparation = 0, changes = NULL"
                  + " WHERE id = ? AND preparation = 1",
              id);
      case Preparedness.Prepared(Instant at, long length, String sha256, Form form) ->
          database.update(
              "UPDATE instance SET preparation = ?1, prepared_at = ?2, prepared_length = ?3,"
                  + " changed_sha256 = CASE WHEN changes IS NULL THEN NULL ELSE ?4 END"
                  + " WHERE id = ?5 AND preparation = 1",
              form == Form.COMPRESSED ? 2 : 3,
              at.toString(),
              length,
              sha256,
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
                            + " prepared_length = NULL"
                            + " WHERE id = ? AND preparation = 2 AND changes IS NULL",
                        id)));
  }

  /** Ids of instances that were prepared and are not delivered. */
  Set<String> prepared() {
    return new HashSet<>(
        database.query(
            "SELECT id FROM instance WHERE preparation IN (2, 3) AND state IN ('WAITING', 'PACKED')",
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
                            + " prepared_length = NULL, changed_sha256 = NULL"
                            + " WHERE id = ? AND state = 'WAITING'",
                        id)));
  }
}
