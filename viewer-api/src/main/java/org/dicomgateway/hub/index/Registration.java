package org.dicomgateway.hub.index;

import java.sql.Types;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.pack.PackManifest;
import org.dicomgateway.pack.PackedInstance;
import org.dicomgateway.transfer.HubTrace.Prepared;
import org.dicomgateway.transfer.Receipt;
import org.dicomgateway.transfer.Receipt.InstanceReceipt;
import org.dicomgateway.transfer.Receipt.Outcome;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes one pack's rows; runs in one transaction and is used once. */
final class Registration {
  private final JdbcClient sql;
  private final ArchivedPack pack;
  private final PackManifest manifest;
  private final Map<String, Long> seriesKeys = new HashMap<>();
  private final Map<PatientRow, Integer> patients = new LinkedHashMap<>();
  private long packKey;
  private long studyKey;

  Registration(JdbcClient sql, ArchivedPack pack) {
    this.sql = sql;
    this.pack = pack;
    this.manifest = pack.manifest();
  }

  Receipt run() {
    packKey = insertPack();
    List<PackedInstance> instances = manifest.instances();
    InstanceReceipt[] receipts = new InstanceReceipt[instances.size()];
    // In one order everywhere, so that hubs that share a database never wait in a circle.
    IntStream.range(0, receipts.length)
        .boxed()
        .sorted(Comparator.comparing(i -> instances.get(i).sopInstanceUid()))
        .forEach(i -> receipts[i] = store(instances.get(i), pack.metadata().get(i)));
    patients.forEach(
        (patient, count) -> patient.add(sql, manifest.site(), manifest.studyInstanceUid(), count));
    Receipt receipt = new Receipt(manifest.packId(), Receipt.State.ARCHIVED, "", List.of(receipts));
    sql.sql("UPDATE pack SET receipt = ? WHERE pack_key = ?")
        .params(StoredReceipt.write(receipt), packKey)
        .update();
    return receipt;
  }

  private long insertPack() {
    Prepared prepared = PreparedPart.of(manifest);
    return sql.sql(
            """
            INSERT INTO pack (pack_id, site, study_uid, object_key, length, receipt,
              acknowledged_from, acknowledged_to, created_at, received_at, archived_at, indexed_at,
              prepared_instances, prepared_received_length, prepared_length, prepared_from,
              prepared_to)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING pack_key
            """)
        .param(manifest.packId())
        .param(manifest.site())
        .param(manifest.studyInstanceUid())
        .param(pack.objectKey())
        .param(pack.length())
        .param(new byte[0])
        .param(millis(acknowledged().min(Comparator.naturalOrder())))
        .param(millis(acknowledged().max(Comparator.naturalOrder())))
        .param(millis(Optional.ofNullable(manifest.created())))
        .param(millis(pack.stamps().receivedAt()))
        .param(millis(pack.stamps().archivedAt()))
        .param(millis(Optional.of(Instant.now())))
        .param(prepared.instances())
        .param(prepared.receivedLength())
        .param(prepared.length())
        .param(millis(prepared.from()))
        .param(millis(prepared.to()))
        .query(Long.class)
        .single();
  }

  /** Others may have made the pack, and left out when. */
  private Stream<Instant> acknowledged() {
    return manifest.instances().stream()
        .map(instance -> instance.source().receivedAt())
        .filter(Objects::nonNull);
  }

  private static SqlParameterValue millis(Optional<Instant> time) {
    return new SqlParameterValue(Types.BIGINT, time.map(Instant::toEpochMilli).orElse(null));
  }

  private InstanceReceipt store(PackedInstance instance, byte[] metadata) {
    String received = instance.receivedAs().sha256();
    Optional<String> served = servedDigest(instance.sopInstanceUid());
    if (served.isEmpty()) {
      JsonDataSet dataSet = JsonDataSet.of(metadata);
      if (insertInstance(instance, dataSet, metadata)) {
        count(dataSet);
        return receipt(instance, Outcome.STORED, "");
      }
      served = servedDigest(instance.sopInstanceUid());
    }
    if (served.orElseThrow().equals(received) || !insertConflict(instance)) {
      return receipt(instance, Outcome.DUPLICATE, "the hub had the same bytes already");
    }
    count(JsonDataSet.of(metadata));
    return receipt(
        instance,
        Outcome.CONFLICT,
        "the hub serves other bytes (sha256 %s) under this SOP Instance UID; these are kept in %s"
            .formatted(served.orElseThrow(), pack.objectKey()));
  }

  private void count(JsonDataSet dataSet) {
    patients.merge(PatientRow.of(manifest.site(), dataSet), 1, Integer::sum);
  }

  private static InstanceReceipt receipt(PackedInstance instance, Outcome outcome, String reason) {
    return new InstanceReceipt(
        instance.sopInstanceUid(), instance.receivedAs().sha256(), outcome, reason);
  }

  private Optional<String> servedDigest(String sopInstanceUid) {
    return sql.sql("SELECT received_sha256 FROM instance WHERE sop_uid = ?")
        .param(sopInstanceUid)
        .query(String.class)
        .optional();
  }

  private boolean insertInstance(PackedInstance instance, JsonDataSet dataSet, byte[] metadata) {
    long seriesKey =
        seriesKeys.computeIfAbsent(
            instance.seriesInstanceUid(), uid -> series(study(dataSet), uid, dataSet));
    int inserted =
        sql.sql(
                """
                INSERT INTO instance (series_key, pack_key, sop_uid, sop_class, transfer_syntax,
                  instance_number, position, length, sha256, received_sha256, received_as, frames,
                  metadata)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (sop_uid) DO NOTHING
                """)
            .param(seriesKey)
            .param(packKey)
            .param(instance.sopInstanceUid())
            .param(instance.sopClassUid())
            .param(instance.transferSyntaxUid())
            .param(SqlNumber.of(dataSet.number(Tag.InstanceNumber)))
            .param(instance.offset())
            .param(instance.length())
            .param(instance.sha256())
            .param(instance.receivedAs().sha256())
            .param(instance.isTranscoded() ? instance.receivedAs().json() : "")
            .param(StoredFrames.write(instance.frames()))
            .param(Deflated.deflate(metadata))
            .update();
    return inserted == 1;
  }

  private boolean insertConflict(PackedInstance instance) {
    int inserted =
        sql.sql(
                """
                INSERT INTO conflict (pack_key, sop_uid, study_uid, series_uid, position, length,
                  sha256, received_sha256)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (sop_uid, received_sha256) DO NOTHING
                """)
            .params(
                packKey,
                instance.sopInstanceUid(),
                manifest.studyInstanceUid(),
                instance.seriesInstanceUid(),
                instance.offset(),
                instance.length(),
                instance.sha256(),
                instance.receivedAs().sha256())
            .update();
    return inserted == 1;
  }

  private long study(JsonDataSet dataSet) {
    if (studyKey == 0) {
      studyKey =
          StudyRow.upsert(
              sql, manifest.site(), manifest.studyInstanceUid(), Instant.now(), dataSet);
    }
    return studyKey;
  }

  private long series(long study, String seriesInstanceUid, JsonDataSet dataSet) {
    return SeriesRow.upsert(sql, study, seriesInstanceUid, dataSet);
  }
}
