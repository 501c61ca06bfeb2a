package org.dicomgateway.hub.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.pack.PackedInstance;
import org.dicomgateway.transfer.Receipt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The index in SQL; the same statements for SQLite and PostgreSQL. */
public final class SqlIndex implements InstanceIndex, PackIndex {
  private static final String INSTANCES =
      """
      SELECT p.site, p.object_key, s.study_uid, e.series_uid, i.*
      FROM study s
      JOIN series e ON e.study_key = s.study_key
      JOIN instance i ON i.series_key = e.series_key
      JOIN pack p ON p.pack_key = i.pack_key
      WHERE s.study_uid = ?
      """;
  private static final String IN_ORDER =
      """
      ORDER BY COALESCE(e.series_number, 9999999999), e.series_key,
        COALESCE(i.instance_number, 9999999999), i.instance_key
      """;

  private final JdbcClient sql;
  private final TransactionTemplate transaction;

  /** SQLite has one writer at a time; waiting in line here is fairer than waiting for its file. */
  private final ReentrantLock writing = new ReentrantLock(true);

  public SqlIndex(Database database) {
    this.sql = JdbcClient.create(database.dataSource());
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
  }

  /** What {@link #rebuild} fills the index with. */
  @FunctionalInterface
  public interface Filling<T> {
    T fill() throws IOException;
  }

  /**
   * Forgets all and fills the index anew, in one transaction.
   *
   * @param filling registers packs, on this thread
   * @throws IOException if that fails, or there is no room; the index is as it was then
   */
  public <T> T rebuild(Filling<T> filling) throws IOException {
    try {
      return transaction.execute(
          status -> {
            clear();
            try {
              return filling.fill();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (RuntimeException e) {
      throw new IOException(
          "the index cannot be written: %s. It is as it was before"
              .formatted(DatabaseFailure.text(e)),
          e);
    }
  }

  private void clear() {
    List.of("conflict", "instance", "series", "named_patient", "study", "pack")
        .forEach(table -> sql.sql("DELETE FROM " + table).update());
  }

  @Override
  public Receipt register(ArchivedPack pack) {
    String site = pack.manifest().site();
    String packId = pack.manifest().packId();
    writing.lock();
    try {
      return transaction.execute(
          status ->
              pack(site, packId)
                  .map(RegisteredPack::receipt)
                  .orElseGet(() -> new Registration(sql, pack).run()));
    } finally {
      writing.unlock();
    }
  }

  @Override
  public Optional<RegisteredPack> pack(String site, String packId) {
    return sql.sql("SELECT length, receipt FROM pack WHERE pack_id = ? AND site = ?")
        .params(packId, site)
        .query(
            (row, number) ->
                new RegisteredPack(
                    row.getLong("length"), StoredReceipt.read(row.getBytes("receipt"))))
        .optional();
  }

  @Override
  public List<Attributes> find(Query query) {
    return new Search(sql, query).run();
  }

  @Override
  public List<Integer> unmatchedKeys(Query query) {
    return Answer.unmatched(query);
  }

  @Override
  public List<IndexedInstance> instances(
      String studyInstanceUid, Optional<String> seriesInstanceUid) {
    return seriesInstanceUid
        .map(
            series ->
                sql.sql(INSTANCES + " AND e.series_uid = ? " + IN_ORDER)
                    .params(studyInstanceUid, series))
        .orElseGet(() -> sql.sql(INSTANCES + IN_ORDER).param(studyInstanceUid))
        .query(SqlIndex::instance)
        .list();
  }

  @Override
  public Optional<IndexedInstance> instance(
      String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid) {
    return sql.sql(INSTANCES + " AND e.series_uid = ? AND i.sop_uid = ?")
        .params(studyInstanceUid, seriesInstanceUid, sopInstanceUid)
        .query(SqlIndex::instance)
        .optional();
  }

  private static IndexedInstance instance(ResultSet row, int number) throws SQLException {
    return new IndexedInstance(
        row.getString("site"),
        row.getString("study_uid"),
        row.getString("series_uid"),
        row.getString("sop_uid"),
        row.getString("sop_class"),
        row.getString("transfer_syntax"),
        row.getString("object_key"),
        row.getLong("position"),
        row.getLong("length"),
        row.getString("sha256"),
        receivedAs(row),
        StoredFrames.read(row.getBytes("frames")),
        Deflated.inflate(row.getBytes("metadata")));
  }

  private static PackedInstance.Encoding receivedAs(ResultSet row) throws SQLException {
    String json = row.getString("received_as");
    return json.isEmpty()
        ? new PackedInstance.Encoding(row.getString("transfer_syntax"), row.getString("sha256"))
        : PackedInstance.Encoding.parse(json);
  }
}
