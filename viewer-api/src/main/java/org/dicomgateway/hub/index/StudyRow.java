package org.dicomgateway.hub.index;

import java.time.Instant;
import java.util.List;
import org.dicomgateway.dicom.data.Folding;
import org.dicomgateway.dicom.data.PersonName;
import org.dicomgateway.dicom.data.Tag;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A study as its first instance describes it. */
final class StudyRow {
  /** Attributes of patient and study that an answer can hold. */
  static final List<Integer> ATTRIBUTES =
      List.of(
          Tag.StudyDate,
          Tag.StudyTime,
          Tag.AccessionNumber,
          Tag.IssuerOfAccessionNumberSequence,
          Tag.InstitutionName,
          Tag.ReferringPhysicianName,
          Tag.TimezoneOffsetFromUTC,
          Tag.StudyDescription,
          Tag.PatientName,
          Tag.PatientID,
          Tag.IssuerOfPatientID,
          Tag.PatientBirthDate,
          Tag.PatientSex,
          Tag.OtherPatientIDsSequence,
          Tag.PatientAge,
          Tag.PatientSize,
          Tag.PatientWeight,
          Tag.PatientComments,
          Tag.AdditionalPatientHistory,
          Tag.StudyInstanceUID,
          Tag.StudyID);

  private StudyRow() {}

  /** Returns the row's key; a study that is there keeps its attributes. */
  static long upsert(
      JdbcClient sql, String site, String studyInstanceUid, Instant arrivedAt, JsonDataSet first) {
    PatientRow named = PatientRow.of(site, first);
    PersonName patient = PersonName.parse(named.patientName());
    PersonName referring = PersonName.parse(first.text(Tag.ReferringPhysicianName));
    return sql.sql(
            """
            INSERT INTO study (study_uid, site, arrived_at, study_date, study_time,
              accession_number, study_id, study_description, patient_id, issuer_of_patient_id,
              patient_birth_date, patient_sex, patient_name, patient_name_alphabetic,
              patient_name_ideographic, patient_name_phonetic, patient_name_words,
              referring_name_alphabetic, referring_name_ideographic, referring_name_phonetic,
              referring_name_words, words, attributes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (study_uid) DO UPDATE SET arrived_at = excluded.arrived_at
            RETURNING study_key
            """)
        .param(studyInstanceUid)
        .param(site)
        .param(arrivedAt.toEpochMilli())
        .param(Temporal.date(first.text(Tag.StudyDate)))
        .param(Temporal.time(first.text(Tag.StudyTime)))
        .param(first.text(Tag.AccessionNumber))
        .param(first.text(Tag.StudyID))
        .param(first.text(Tag.StudyDescription))
        .param(named.patientId())
        .param(named.issuer())
        .param(Temporal.date(first.text(Tag.PatientBirthDate)))
        .param(first.text(Tag.PatientSex))
        .param(named.patientName())
        .param(Folding.fold(patient.alphabetic()))
        .param(Folding.fold(patient.ideographic()))
        .param(Folding.fold(patient.phonetic()))
        .param(Folding.words(first.text(Tag.PatientName)))
        .param(Folding.fold(referring.alphabetic()))
        .param(Folding.fold(referring.ideographic()))
        .param(Folding.fold(referring.phonetic()))
        .param(Folding.words(first.text(Tag.ReferringPhysicianName)))
        .param(listWords(first))
        .param(Deflated.deflate(first.only(ATTRIBUTES)))
        .query(Long.class)
        .single();
  }

  private static String listWords(JsonDataSet first) {
    return Folding.words(
        String.join(
            " ",
            first.text(Tag.PatientName),
            first.text(Tag.PatientID),
            first.text(Tag.AccessionNumber),
            first.text(Tag.StudyDescription)));
  }
}
