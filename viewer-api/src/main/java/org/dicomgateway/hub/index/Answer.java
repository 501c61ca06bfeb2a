package org.dicomgateway.hub.index;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Element;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.data.Value;
import org.dicomgateway.dicom.encoding.DicomParseException;
import org.dicomgateway.dicom.json.DicomJson;
import org.dicomgateway.hub.index.Query.Level;

/** Makes an answer's data set from a row (PS3.18 §10.6.3.3). */
final class Answer {
  private static final Set<Integer> STUDY =
      Set.of(
          Tag.StudyDate,
          Tag.StudyTime,
          Tag.AccessionNumber,
          Tag.ReferringPhysicianName,
          Tag.TimezoneOffsetFromUTC,
          Tag.StudyDescription,
          Tag.PatientName,
          Tag.PatientID,
          Tag.PatientBirthDate,
          Tag.PatientSex,
          Tag.StudyID);
  private static final Set<Integer> SERIES =
      Set.of(
          Tag.Modality,
          Tag.TimezoneOffsetFromUTC,
          Tag.SeriesDescription,
          Tag.SeriesNumber,
          Tag.PerformedProcedureStepStartDate,
          Tag.PerformedProcedureStepStartTime,
          Tag.RequestAttributesSequence);
  private static final Set<Integer> INSTANCE =
      Set.of(
          Tag.SOPClassUID,
          Tag.TimezoneOffsetFromUTC,
          Tag.InstanceNumber,
          Tag.Rows,
          Tag.Columns,
          Tag.BitsAllocated,
          Tag.NumberOfFrames);

  /** Stands for values that are found in the archive only. */
  private static final Value LEFT_OUT = new Value.Bytes(new byte[0]);

  private final Query query;
  private final Set<Integer> asked;

  Answer(Query query) {
    this.query = query;
    this.asked = new HashSet<>(query.includeFields());
    asked.addAll(query.keys().keySet());
  }

  Attributes of(ResultSet row) throws SQLException {
    Attributes answer = new Attributes().setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
    answer.setString(Tag.StudyInstanceUID, VR.UI, row.getString("study_uid"));
    addStudy(answer, row);
    if (query.level() != Level.STUDY) {
      answer.setString(Tag.SeriesInstanceUID, VR.UI, row.getString("series_uid"));
      addSeries(answer, row);
    }
    if (query.level() == Level.INSTANCE) {
      addInstance(answer, row);
    }
    return answer.setString(Tag.InstanceAvailability, VR.CS, "ONLINE");
  }

  private void addStudy(Attributes answer, ResultSet row) throws SQLException {
    boolean whole = tellsStudies(query);
    if (whole || asksFor(StudyRow.ATTRIBUTES)) {
      addFrom(answer, row.getBytes("study_attributes"), whole ? STUDY : Set.of(), whole);
    }
    if (whole || asked.contains(Tag.IssuerOfPatientID)) {
      answer.setString(Tag.IssuerOfPatientID, VR.LO, row.getString("issuer_of_patient_id"));
    }
    if (whole) {
      String modalities = row.getString("modalities");
      answer.setString(Tag.ModalitiesInStudy, VR.CS, modalities == null ? "" : modalities);
      setCount(answer, Tag.NumberOfStudyRelatedSeries, row.getInt("study_series"));
      setCount(answer, Tag.NumberOfStudyRelatedInstances, row.getInt("study_instances"));
    }
  }

  private void addSeries(Attributes answer, ResultSet row) throws SQLException {
    boolean whole = tellsSeries(query);
    if (whole || asksFor(SeriesRow.ATTRIBUTES)) {
      addFrom(answer, row.getBytes("series_attributes"), whole ? SERIES : Set.of(), whole);
    }
    if (whole) {
      setCount(answer, Tag.NumberOfSeriesRelatedInstances, row.getInt("series_instances"));
    }
  }

  private void addInstance(Attributes answer, ResultSet row) throws SQLException {
    addFrom(answer, row.getBytes("metadata"), INSTANCE, true);
    answer.setString(Tag.SOPInstanceUID, VR.UI, row.getString("sop_uid"));
    answer.setString(Tag.AvailableTransferSyntaxUID, VR.UI, row.getString("transfer_syntax"));
  }

  /** Whether answers tell of their study; within one study the client knows it. */
  static boolean tellsStudies(Query query) {
    return query.level() == Level.STUDY || !isOne(query, Tag.StudyInstanceUID);
  }

  /** Whether answers tell of their series, likewise. */
  static boolean tellsSeries(Query query) {
    return query.level() == Level.SERIES || !isOne(query, Tag.SeriesInstanceUID);
  }

  private static boolean isOne(Query query, int uidTag) {
    String uid = query.keys().getOrDefault(uidTag, "");
    return !uid.isBlank() && uid.indexOf(',') < 0 && uid.indexOf('\\') < 0;
  }

  private boolean asksFor(List<Integer> attributes) {
    return attributes.stream()
        .anyMatch(
            tag ->
                tag != Tag.StudyInstanceUID && tag != Tag.SeriesInstanceUID && asked.contains(tag));
  }

  private void addFrom(Attributes answer, byte[] deflated, Set<Integer> usual, boolean all) {
    for (Element element : stored(deflated)) {
      int tag = element.tag();
      boolean wanted = usual.contains(tag) || asked.contains(tag) || all && query.includeAll();
      if (wanted && !answer.contains(tag) && element.value() != LEFT_OUT) {
        answer.put(element);
      }
    }
  }

  private static Attributes stored(byte[] deflated) {
    try {
      return DicomJson.read(
          new ByteArrayInputStream(Deflated.inflate(deflated)), bulkDataUri -> LEFT_OUT);
    } catch (DicomParseException e) {
      throw new UncheckedIOException("damaged row in the index, run hub reindex", e);
    }
  }

  private static void setCount(Attributes answer, int tag, int count) {
    answer.setString(tag, VR.IS, Integer.toString(count));
  }

  /** Tags of keys that a search cannot match by. */
  static List<Integer> unmatched(Query query) {
    return query.keys().keySet().stream()
        .filter(tag -> !SearchKey.canMatch(tag, query.level()))
        .sorted(Integer::compareUnsigned)
        .toList();
  }
}
