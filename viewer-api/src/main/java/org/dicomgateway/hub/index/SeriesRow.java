package org.dicomgateway.hub.index;

import java.util.List;
import org.dicomgateway.dicom.data.Tag;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A series as its first instance describes it. */
final class SeriesRow {
  /** Attributes of series and equipment that an answer can hold. */
  static final List<Integer> ATTRIBUTES =
      List.of(
          Tag.SeriesDate,
          Tag.SeriesTime,
          Tag.Modality,
          Tag.Manufacturer,
          Tag.StationName,
          Tag.SeriesDescription,
          Tag.PerformingPhysicianName,
          Tag.ManufacturerModelName,
          Tag.BodyPartExamined,
          Tag.ProtocolName,
          Tag.SeriesInstanceUID,
          Tag.SeriesNumber,
          Tag.Laterality,
          Tag.PerformedProcedureStepStartDate,
          Tag.PerformedProcedureStepStartTime,
          Tag.RequestAttributesSequence);

  private SeriesRow() {}

  /** Returns the row's key; a series that is there keeps its attributes. */
  static long upsert(JdbcClient sql, long studyKey, String seriesInstanceUid, JsonDataSet first) {
    return sql.sql(
            """
            INSERT INTO series (study_key, series_uid, modality, series_number,
              series_description, performed_date, performed_time, attributes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (study_key, series_uid) DO UPDATE SET series_uid = excluded.series_uid
            RETURNING series_key
            """)
        .param(studyKey)
        .param(seriesInstanceUid)
        .param(first.text(Tag.Modality))
        .param(SqlNumber.of(first.number(Tag.SeriesNumber)))
        .param(first.text(Tag.SeriesDescription))
        .param(Temporal.date(first.text(Tag.PerformedProcedureStepStartDate)))
        .param(Temporal.time(first.text(Tag.PerformedProcedureStepStartTime)))
        .param(Deflated.deflate(first.only(ATTRIBUTES)))
        .query(Long.class)
        .single();
  }
}
