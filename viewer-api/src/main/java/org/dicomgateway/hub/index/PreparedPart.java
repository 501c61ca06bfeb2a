package org.dicomgateway.hub.index;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dicomgateway.pack.PackManifest;
import org.dicomgateway.pack.PackedInstance;
import org.dicomgateway.transfer.HubTrace.Prepared;

/** What of a pack the spoke compressed: found in the manifest, kept in the pack's row. */
final class PreparedPart {
  private PreparedPart() {}

  static Prepared of(PackManifest manifest) {
    List<PackedInstance> prepared =
        manifest.instances().stream().filter(PackedInstance::isTranscoded).toList();
    List<Instant> times =
        prepared.stream()
            .map(instance -> instance.source().preparedAt())
            .filter(Objects::nonNull)
            .flatMap(Optional::stream)
            .sorted(Comparator.naturalOrder())
            .toList();
    return new Prepared(
        prepared.size(),
        prepared.stream().mapToLong(instance -> instance.receivedAs().original().length()).sum(),
        prepared.stream().mapToLong(PackedInstance::length).sum(),
        times.stream().findFirst(),
        times.reversed().stream().findFirst());
  }

  /** Empty of packs that an older release registered. */
  static Optional<Prepared> read(ResultSet row) throws SQLException {
    long instances = row.getLong("prepared_instances");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(
            new Prepared(
                instances,
                row.getLong("prepared_received_length"),
                row.getLong("prepared_length"),
                SqlTraces.instant(row, "prepared_from"),
                SqlTraces.instant(row, "prepared_to")));
  }
}
