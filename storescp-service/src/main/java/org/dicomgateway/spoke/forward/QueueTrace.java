package org.dicomgateway.spoke.forward;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dicomgateway.spoke.change.AttributeChanges;
import org.dicomgateway.spoke.database.Database;
import org.dicomgateway.spoke.destination.InstanceProgress;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.forward.StudyTrace.InstanceTrace;
import org.dicomgateway.spoke.forward.StudyTrace.PackTrace;

/** Reads one study's time stamps from the queue. */
final class QueueTrace {
  /** What column {@code preparation} means. */
  private static final List<String> PREPARATIONS =
      List.of("AS_RECEIVED", "HELD", "PREPARED", "CHANGED");

  private final Database database;

  QueueTrace(Database database) {
    this.database = database;
  }

  /** Empty if nothing of the study is here, or no longer. */
  Optional<StudyTrace> of(String study) {
    List<InstanceTrace> instances =
        database.query(
            "SELECT * FROM instance WHERE study = ? ORDER BY id", QueueTrace::instance, study);
    List<PackTrace> packs =
        database.query("SELECT * FROM pack WHERE study = ? ORDER BY id", QueueTrace::pack, study);
    return instances.isEmpty()
        ? Optional.empty()
        : Optional.of(new StudyTrace(study, packs, instances));
  }

  /** What became of each instance, as all destinations tell it. */
  List<InstanceProgress> progress(String study) {
    return database.query(
        "SELECT instance.id, sop, state, routed_at, sent_from, instance.settled_at, note"
            + " FROM instance LEFT JOIN pack ON pack.id = instance.pack"
            + " WHERE instance.study = ? ORDER BY instance.id",
        row ->
            new InstanceProgress(
                row.getString("id"),
                row.getString("sop"),
                InstanceState.valueOf(row.getString("state")).asDelivery(),
                instant(row, "routed_at"),
                instant(row, "sent_from"),
                instant(row, "settled_at"),
                Objects.requireNonNullElse(row.getString("note"), "")),
        study);
  }

  private static InstanceTrace instance(ResultSet row) throws SQLException {
    return new InstanceTrace(
        row.getString("id"),
        row.getString("sop"),
        row.getString("sha256"),
        row.getLong("length"),
        Instant.parse(row.getString("received_at")),
        instant(row, "routed_at"),
        row.getString("destination"),
        row.getString("route_reason"),
        Urgency.values()[row.getInt("urgency")],
        PREPARATIONS.get(row.getInt("preparation")),
        Optional.ofNullable(row.getString("changes")).map(AttributeChanges::parse),
        instant(row, "prepared_at"),
        Optional.of(row.getLong("prepared_length")).filter(length -> length > 0),
        Optional.ofNullable(row.getString("pack")),
        row.getString("state"),
        instant(row, "settled_at"),
        Objects.requireNonNullElse(row.getString("note"), ""));
  }

  private static PackTrace pack(ResultSet row) throws SQLException {
    return new PackTrace(
        row.getString("id"),
        Instant.parse(row.getString("created")),
        row.getLong("length"),
        instant(row, "sent_from"),
        instant(row, "sent_to"),
        instant(row, "settled_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(Instant::parse);
  }
}
