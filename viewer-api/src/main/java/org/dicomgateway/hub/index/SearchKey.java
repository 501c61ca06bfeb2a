package org.dicomgateway.hub.index;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.hub.index.Query.Level;

/**
 * An attribute that can be searched by (PS3.18 §10.6).
 *
 * @param level from which on it can
 * @param column of the joined rows; of a name, the beginning of its four columns' names
 */
record SearchKey(int tag, Level level, Matching matching, String column) {

  /** How a value is compared (PS3.4 §C.2.2.2). */
  enum Matching {
    /** Single value or wildcards. */
    TEXT,
    /** List of UIDs. */
    UID,
    DATE,
    TIME,
    NAME,
    NUMBER,
    /** Any modality of any of the study's series. */
    MODALITIES
  }

  private static final Map<Integer, SearchKey> ALL =
      Stream.of(
              study(Tag.StudyInstanceUID, Matching.UID, "study_uid"),
              study(Tag.StudyDate, Matching.DATE, "study_date"),
              study(Tag.StudyTime, Matching.TIME, "study_time"),
              study(Tag.AccessionNumber, Matching.TEXT, "accession_number"),
              study(Tag.ModalitiesInStudy, Matching.MODALITIES, "modality"),
              study(Tag.ReferringPhysicianName, Matching.NAME, "referring_name"),
              study(Tag.PatientName, Matching.NAME, "patient_name"),
              study(Tag.PatientID, Matching.TEXT, "patient_id"),
              study(Tag.IssuerOfPatientID, Matching.TEXT, "issuer_of_patient_id"),
              study(Tag.PatientBirthDate, Matching.DATE, "patient_birth_date"),
              study(Tag.PatientSex, Matching.TEXT, "patient_sex"),
              study(Tag.StudyID, Matching.TEXT, "study_id"),
              study(Tag.StudyDescription, Matching.TEXT, "study_description"),
              series(Tag.SeriesInstanceUID, Matching.UID, "series_uid"),
              series(Tag.Modality, Matching.TEXT, "modality"),
              series(Tag.SeriesNumber, Matching.NUMBER, "series_number"),
              series(Tag.SeriesDescription, Matching.TEXT, "series_description"),
              series(Tag.PerformedProcedureStepStartDate, Matching.DATE, "performed_date"),
              series(Tag.PerformedProcedureStepStartTime, Matching.TIME, "performed_time"),
              instance(Tag.SOPInstanceUID, Matching.UID, "sop_uid"),
              instance(Tag.SOPClassUID, Matching.UID, "sop_class"),
              instance(Tag.AvailableTransferSyntaxUID, Matching.UID, "transfer_syntax"),
              instance(Tag.InstanceNumber, Matching.NUMBER, "instance_number"))
          .collect(Collectors.toUnmodifiableMap(SearchKey::tag, Function.identity()));

  private static SearchKey study(int tag, Matching matching, String column) {
    return new SearchKey(tag, Level.STUDY, matching, "s." + column);
  }

  private static SearchKey series(int tag, Matching matching, String column) {
    return new SearchKey(tag, Level.SERIES, matching, "e." + column);
  }

  private static SearchKey instance(int tag, Matching matching, String column) {
    return new SearchKey(tag, Level.INSTANCE, matching, "i." + column);
  }

  static boolean canMatch(int tag, Level queried) {
    SearchKey key = ALL.get(tag);
    return key != null && key.level.compareTo(queried) <= 0;
  }

  static SearchKey of(int tag) {
    return ALL.get(tag);
  }
}
