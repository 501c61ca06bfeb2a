package org.dicomgateway.hub.index;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dicomgateway.dicom.data.Folding;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The study list in SQL. */
public final class SqlStudyList implements StudyList {
  private static final String COLUMNS =
      """
      s.*,
      (SELECT COUNT(*) FROM series c WHERE c.study_key = s.study_key) AS series,
      (SELECT COUNT(*) FROM instance c JOIN series d ON d.series_key = c.series_key
        WHERE d.study_key = s.study_key) AS instances,
      (SELECT COUNT(*) FROM conflict c WHERE c.study_uid = s.study_uid) AS conflicts,
      (SELECT COUNT(*) FROM named_patient c WHERE c.study_uid = s.study_uid) AS patients,
      (SELECT string_agg(m.modality, '\\') FROM (SELECT DISTINCT modality FROM series c
        WHERE c.study_key = s.study_key AND modality <> '' ORDER BY modality) m) AS modalities
      """;

  private final JdbcClient sql;

  public SqlStudyList(Database database) {
    this.sql = JdbcClient.create(database.dataSource());
  }

  @Override
  public List<StudySummary> find(StudyFilter filter, int limit, int offset) {
    Conditions conditions = conditions(filter);
    List<Object> parameters = new ArrayList<>(conditions.parameters());
    parameters.addAll(List.of(limit, offset));
    return sql.sql(
            """
            SELECT %s FROM study s %s
            ORDER BY s.study_date DESC, s.study_time DESC, s.study_key DESC LIMIT ? OFFSET ?
            """
                .formatted(COLUMNS, conditions.where()))
        .params(parameters)
        .query(SqlStudyList::summary)
        .list();
  }

  @Override
  public Optional<StudySummary> study(String studyInstanceUid) {
    return sql.sql("SELECT %s FROM study s WHERE s.study_uid = ?".formatted(COLUMNS))
        .params(studyInstanceUid)
        .query(SqlStudyList::summary)
        .optional();
  }

  @Override
  public List<SeriesSummary> series(String studyInstanceUid) {
    return sql.sql(
            """
            SELECT e.series_uid, e.modality, e.series_description, COUNT(*) AS instances,
              SUM(i.length) AS bytes
            FROM study s JOIN series e ON e.study_key = s.study_key
              JOIN instance i ON i.series_key = e.series_key
            WHERE s.study_uid = ?
            GROUP BY e.series_key, e.series_uid, e.modality, e.series_description, e.series_number
            ORDER BY e.series_number, e.series_key
            """)
        .params(studyInstanceUid)
        .query(
            (row, _) ->
                new SeriesSummary(
                    row.getString("series_uid"),
                    row.getString("modality"),
                    row.getString("series_description"),
                    row.getInt("instances"),
                    row.getLong("bytes")))
        .list();
  }

  @Override
  public int count(StudyFilter filter) {
    Conditions conditions = conditions(filter);
    return sql.sql("SELECT COUNT(*) FROM study s " + conditions.where())
        .params(conditions.parameters())
        .query(Integer.class)
        .single();
  }

  private static Conditions conditions(StudyFilter filter) {
    Conditions conditions = new Conditions();
    String text = Folding.fold(filter.text());
    for (String word : text.isEmpty() ? new String[0] : text.split(" ")) {
      conditions.add("s.words LIKE ? ESCAPE '\\'", "%" + LikePattern.literal(word) + "%");
    }
    if (!filter.modality().isBlank()) {
      conditions.add(
          "EXISTS (SELECT 1 FROM series m WHERE m.study_key = s.study_key AND m.modality = ?)",
          filter.modality().strip());
    }
    if (!filter.site().isBlank()) {
      conditions.add("s.site = ?", filter.site().strip());
    }
    DateTimeFormatter date = DateTimeFormatter.BASIC_ISO_DATE;
    filter.from().ifPresent(day -> conditions.add("s.study_date >= ?", day.format(date)));
    filter
        .to()
        .ifPresent(
            day -> conditions.add("s.study_date <= ? AND s.study_date <> ''", day.format(date)));
    return conditions;
  }

  @Override
  public List<String> sites() {
    return sql.sql("SELECT DISTINCT site FROM study ORDER BY site").query(String.class).list();
  }

  @Override
  public List<String> modalities() {
    return sql.sql("SELECT DISTINCT modality FROM series WHERE modality <> '' ORDER BY modality")
        .query(String.class)
        .list();
  }

  private static StudySummary summary(ResultSet row, int number) throws SQLException {
    String modalities = row.getString("modalities");
    return new StudySummary(
        row.getString("site"),
        row.getString("study_uid"),
        row.getString("patient_name"),
        row.getString("patient_id"),
        row.getString("patient_birth_date"),
        row.getString("patient_sex"),
        row.getString("study_date"),
        row.getString("study_time"),
        row.getString("accession_number"),
        row.getString("study_description"),
        modalities == null ? List.of() : List.of(modalities.split("\\\\")),
        row.getInt("series"),
        row.getInt("instances"),
        row.getInt("conflicts"),
        row.getInt("patients"),
        Instant.ofEpochMilli(row.getLong("arrived_at")));
  }
}
