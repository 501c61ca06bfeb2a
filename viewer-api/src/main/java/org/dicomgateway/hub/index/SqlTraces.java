package org.dicomgateway.hub.index;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dicomgateway.transfer.HubTrace;
import org.dicomgateway.transfer.HubTrace.PackTrace;
import org.dicomgateway.transfer.HubTrace.Patient;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Traces and conflicts in SQL. */
public final class SqlTraces implements Traces {
  private final JdbcClient sql;

  public SqlTraces(Database database) {
    this.sql = JdbcClient.create(database.dataSource());
  }

  @Override
  public Optional<HubTrace> trace(String studyInstanceUid, Optional<String> site) {
    List<PackTrace> packs =
        sql.sql("SELECT * FROM pack WHERE study_uid = ? AND (? = '' OR site = ?) ORDER BY pack_id")
            .params(studyInstanceUid, site.orElse(""), site.orElse(""))
            .query(SqlTraces::pack)
            .list();
    List<Patient> patients =
        sql.sql(
                """
                SELECT * FROM named_patient WHERE study_uid = ? AND (? = '' OR site = ?)
                ORDER BY instances DESC, named_patient_key
                """)
            .params(studyInstanceUid, site.orElse(""), site.orElse(""))
            .query(SqlTraces::patient)
            .list();
    return packs.isEmpty()
        ? Optional.empty()
        : Optional.of(new HubTrace(studyInstanceUid, packs, patients));
  }

  private static PackTrace pack(ResultSet row, int number) throws SQLException {
    return new PackTrace(
        row.getString("pack_id"),
        row.getString("site"),
        row.getLong("length"),
        instant(row, "acknowledged_from"),
        instant(row, "acknowledged_to"),
        PreparedPart.read(row),
        instant(row, "created_at"),
        instant(row, "received_at"),
        instant(row, "archived_at"),
        instant(row, "indexed_at"),
        StoredReceipt.read(row.getBytes("receipt")).instances());
  }

  @Override
  public List<Conflict> conflicts(ConflictFilter filter, int limit) {
    Conditions conditions = new Conditions();
    add(conditions, "c.study_uid = ?", filter.studyInstanceUid());
    add(conditions, "c.sop_uid = ?", filter.sopInstanceUid());
    add(conditions, "c.received_sha256 = ?", filter.sha256());
    return sql.sql(
            """
            SELECT c.*, p.site, p.object_key, p.indexed_at, i.received_sha256 AS served_sha256
            FROM conflict c
            JOIN pack p ON p.pack_key = c.pack_key
            JOIN instance i ON i.sop_uid = c.sop_uid
            %s ORDER BY c.conflict_key DESC LIMIT %d
            """
                .formatted(conditions.where(), limit))
        .params(conditions.parameters())
        .query(SqlTraces::conflict)
        .list();
  }

  private static void add(Conditions conditions, String condition, String value) {
    if (!value.isEmpty()) {
      conditions.add(condition, value);
    }
  }

  private static Conflict conflict(ResultSet row, int number) throws SQLException {
    return new Conflict(
        row.getString("site"),
        row.getString("study_uid"),
        row.getString("series_uid"),
        row.getString("sop_uid"),
        row.getString("received_sha256"),
        row.getString("served_sha256"),
        row.getString("object_key"),
        row.getLong("position"),
        row.getLong("length"),
        instant(row, "indexed_at"));
  }

  @Override
  public List<StudyPatient> patientConflicts(String studyInstanceUid, int limit) {
    return sql.sql(
            """
            SELECT * FROM named_patient WHERE study_uid IN
              (SELECT study_uid FROM named_patient WHERE ? = '' OR study_uid = ?
                GROUP BY study_uid HAVING COUNT(*) > 1)
            ORDER BY study_uid, instances DESC, named_patient_key LIMIT ?
            """)
        .params(studyInstanceUid, studyInstanceUid, limit)
        .query((row, number) -> new StudyPatient(row.getString("study_uid"), patient(row, number)))
        .list();
  }

  private static Patient patient(ResultSet row, int number) throws SQLException {
    return new Patient(
        row.getString("site"),
        row.getString("patient_id"),
        row.getString("issuer_of_patient_id"),
        row.getString("patient_name"),
        row.getLong("instances"));
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
