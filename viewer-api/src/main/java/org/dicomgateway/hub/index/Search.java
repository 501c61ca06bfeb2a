package org.dicomgateway.hub.index;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.dicomgateway.dicom.data.Attributes;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs one search. */
final class Search {
  private static final String STUDY_COLUMNS =
      """
      s.study_uid, s.issuer_of_patient_id, s.attributes AS study_attributes
      """;
  private static final String STUDY_COUNTS =
      """
      , (SELECT COUNT(*) FROM series c WHERE c.study_key = s.study_key) AS study_series,
      (SELECT COUNT(*) FROM instance c JOIN series d ON d.series_key = c.series_key
        WHERE d.study_key = s.study_key) AS study_instances,
      (SELECT string_agg(m.modality, '\\') FROM (SELECT DISTINCT modality FROM series c
        WHERE c.study_key = s.study_key AND modality <> '' ORDER BY modality) m) AS modalities
      """;
  private static final String SERIES_COLUMNS =
      """
      , e.series_uid, e.attributes AS series_attributes
      """;
  private static final String SERIES_COUNTS =
      """
      , (SELECT COUNT(*) FROM instance c WHERE c.series_key = e.series_key) AS series_instances
      """;
  private static final String INSTANCE_COLUMNS = ", i.sop_uid, i.transfer_syntax, i.metadata";
  private static final String NEWEST = "s.study_date DESC, s.study_time DESC, s.study_key DESC";
  private static final String BY_SERIES = ", COALESCE(e.series_number, 9999999999), e.series_key";
  private static final String BY_INSTANCE =
      ", COALESCE(i.instance_number, 9999999999), i.instance_key";

  private final JdbcClient sql;
  private final Query query;
  private final Answer answer;

  Search(JdbcClient sql, Query query) {
    this.sql = sql;
    this.query = query;
    this.answer = new Answer(query);
  }

  List<Attributes> run() {
    Conditions conditions = Conditions.of(query);
    List<Object> parameters = new ArrayList<>(conditions.parameters());
    parameters.add(query.limit());
    parameters.add(query.offset());
    return sql.sql(statement(conditions)).params(parameters).query(this::row).list();
  }

  private String statement(Conditions conditions) {
    String series = " JOIN series e ON e.study_key = s.study_key";
    String instance = series + " JOIN instance i ON i.series_key = e.series_key";
    String where = conditions.where();
    // Counts cost a look at every instance of a study, for every row.
    String studies = STUDY_COLUMNS + (Answer.tellsStudies(query) ? STUDY_COUNTS : "");
    String rows = studies + SERIES_COLUMNS + (Answer.tellsSeries(query) ? SERIES_COUNTS : "");
    return switch (query.level()) {
      case STUDY -> select(studies, "", where, NEWEST);
      case SERIES -> select(rows, series, where, NEWEST + BY_SERIES);
      case INSTANCE ->
          select(rows + INSTANCE_COLUMNS, instance, where, NEWEST + BY_SERIES + BY_INSTANCE);
    };
  }

  private static String select(String columns, String joins, String where, String order) {
    return "SELECT %s FROM study s%s %s ORDER BY %s LIMIT ? OFFSET ?"
        .formatted(columns, joins, where, order);
  }

  private Attributes row(ResultSet row, int number) throws SQLException {
    return answer.of(row);
  }
}
