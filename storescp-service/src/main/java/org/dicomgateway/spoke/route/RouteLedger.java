package org.dicomgateway.spoke.route;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dicomgateway.spoke.change.Origin;
import org.dicomgateway.spoke.database.Database;
import org.dicomgateway.spoke.destination.Dispatch;
import org.dicomgateway.spoke.route.Decision.Patient;
import org.dicomgateway.spoke.route.rule.Verdict;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was decided of every instance the spool holds. Thread-safe; every method is one transaction
 * and throws {@link org.dicomgateway.spoke.database.DatabaseException} if the database fails,
 * changing nothing.
 */
public final class RouteLedger implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final Database database;

  private RouteLedger(Database database) {
    this.database = database;
  }

  /**
   * Opens the ledger.
   *
   * @param file made if there is none
   * @throws SQLException if it cannot be used
   */
  public static RouteLedger open(Path file) throws SQLException {
    return new RouteLedger(Database.open(file, LedgerSchema.MIGRATIONS));
  }

  /**
   * Writes decisions down; of an instance of which something was decided before, these hold.
   *
   * @return them as they are written: where something is changed, with the origin of its bytes
   */
  List<Decision> put(Collection<Decision> decisions) {
    List<Decision> written = new ArrayList<>();
    database.transaction(
        () -> {
          for (Decision decision : decisions) {
            Decision whole = withOrigin(decision);
            put(whole);
            written.add(whole);
          }
        });
    return written;
  }

  /** That of other copies of the same bytes if there are any, so that all are changed alike. */
  private Decision withOrigin(Decision decision) {
    if (decision.dispatch().changes().isEmpty() || decision.dispatch().origin().isPresent()) {
      return decision;
    }
    List<Decision> copies =
        ofInstance(decision.sopInstanceUid()).stream()
            .filter(copy -> copy.sha256().equals(decision.sha256()))
            .toList();
    return decision.from(
        copies.stream()
            .flatMap(copy -> copy.dispatch().origin().stream())
            .findFirst()
            .orElseGet(() -> first(decision, copies)));
  }

  private static Origin first(Decision decision, List<Decision> copies) {
    return Stream.concat(Stream.of(decision), copies.stream())
        .map(Decision::origin)
        .min(Comparator.comparing(Origin::at))
        .orElseThrow();
  }

  private void put(Decision decision) {
    database.update(
        "INSERT OR REPLACE INTO decision (id, study, series, sop, sha256, patient_id, patient_name,"
            + " modality, calling_aet, received_at, length, kind, destinations, reason, dispatch,"
            + " rules, asked, routes, decided_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        decision.id(),
        decision.studyInstanceUid(),
        decision.seriesInstanceUid(),
        decision.sopInstanceUid(),
        decision.sha256(),
        decision.patient().id(),
        decision.patient().name(),
        decision.modality(),
        decision.callingAet(),
        decision.receivedAt().toString(),
        decision.length(),
        decision.kind().name(),
        JSON.writeValueAsString(decision.destinations()),
        decision.dispatch().reason(),
        JSON.writeValueAsString(decision.dispatch()),
        JSON.writeValueAsString(decision.rules()),
        JSON.writeValueAsString(decision.asked()),
        decision.routes(),
        decision.at().toString());
  }

  /** Ids of all instances of which something was decided. */
  Set<String> ids() {
    return new HashSet<>(database.query("SELECT id FROM decision", row -> row.getString(1)));
  }

  /** Names of all destinations that something was decided to go to. */
  Set<String> destinations() {
    return new HashSet<>(
        database.query(
            "SELECT DISTINCT value FROM decision, json_each(destinations)",
            row -> row.getString(1)));
  }

  /** Of these ids those of which something was decided. */
  Set<String> known(Collection<String> ids) {
    return new HashSet<>(
        database.query(
            "SELECT id FROM decision WHERE id IN (SELECT value FROM json_each(?))",
            row -> row.getString(1),
            Database.list(ids)));
  }

  /** What was decided of a study's instances, in the order of their receipt. */
  public List<Decision> of(String study) {
    return database.query(
        "SELECT * FROM decision WHERE study = ? ORDER BY id", RouteLedger::decision, study);
  }

  /** How many instances of a study there are. */
  int count(String study) {
    return database
        .query("SELECT COUNT(*) FROM decision WHERE study = ?", row -> row.getInt(1), study)
        .getFirst();
  }

  /** What was decided of the instances of a UID, in the order of their receipt. */
  List<Decision> ofInstance(String sop) {
    return database.query(
        "SELECT * FROM decision WHERE sop = ? ORDER BY id", RouteLedger::decision, sop);
  }

  /**
   * Decisions in the order of receipt, a page at a time.
   *
   * @param last id of the page before; empty for the first
   */
  List<Decision> after(String last, int limit) {
    return database.query(
        "SELECT * FROM decision WHERE id > ? ORDER BY id LIMIT ?",
        RouteLedger::decision,
        last,
        limit);
  }

  /** Studies of which instances are not sent, by study and reason, the longest waiting first. */
  List<KeptStudy> kept() {
    return database.query(
        "SELECT study, kind, reason, calling_aet, COUNT(*), SUM(length), MIN(received_at)"
            + " FROM decision WHERE kind <> 'SEND'"
            + " GROUP BY study, kind, reason, calling_aet ORDER BY MIN(id)",
        row ->
            new KeptStudy(
                row.getString(1),
                new KeptStudy.Why(
                    Verdict.Kind.valueOf(row.getString(2)), row.getString(3), row.getString(4)),
                row.getLong(5),
                row.getLong(6),
                Instant.parse(row.getString(7))));
  }

  /** Studies, the one that something came of last first. */
  List<String> latest(Optional<Instant> since, Optional<String> modality, int most) {
    return database.query(
        "SELECT study FROM decision WHERE received_at >= ?1 AND (?2 = '' OR modality = ?2)"
            + " GROUP BY study ORDER BY MAX(id) DESC LIMIT ?3",
        row -> row.getString(1),
        since.map(Instant::toString).orElse(""),
        modality.orElse(""),
        most);
  }

  /** Forgets instances whose files are gone. */
  void forget(Collection<String> ids) {
    database.update(
        "DELETE FROM decision WHERE id IN (SELECT value FROM json_each(?))", Database.list(ids));
  }

  private static Decision decision(ResultSet row) throws SQLException {
    return new Decision(
        row.getString("id"),
        row.getString("study"),
        row.getString("series"),
        row.getString("sop"),
        row.getString("sha256"),
        new Patient(row.getString("patient_id"), row.getString("patient_name")),
        row.getString("modality"),
        row.getString("calling_aet"),
        Instant.parse(row.getString("received_at")),
        row.getLong("length"),
        Verdict.Kind.valueOf(row.getString("kind")),
        names(row.getString("destinations")),
        JSON.readValue(row.getString("dispatch"), Dispatch.class),
        names(row.getString("rules")),
        names(row.getString("asked")),
        row.getInt("routes"),
        Instant.parse(row.getString("decided_at")));
  }

  private static List<String> names(String json) {
    return Arrays.asList(JSON.readValue(json, String[].class));
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
