package org.dicomgateway.hub.index;

import org.dicomgateway.dicom.data.Tag;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom an instance names; a patient ID means something only together with its issuer. */
record PatientRow(String patientId, String issuer, String patientName) {
  static PatientRow of(String site, JsonDataSet dataSet) {
    String issuer = dataSet.text(Tag.IssuerOfPatientID);
    return new PatientRow(
        dataSet.text(Tag.PatientID),
        issuer.isEmpty() ? site : issuer,
        dataSet.text(Tag.PatientName));
  }

  /** Counts instances that name the patient. */
  void add(JdbcClient sql, String site, String studyInstanceUid, int instances) {
    sql.sql(
            """
            INSERT INTO named_patient (study_uid, site, patient_id, issuer_of_patient_id,
              patient_name, instances)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (study_uid, site, patient_id, issuer_of_patient_id, patient_name)
            DO UPDATE SET instances = named_patient.instances + excluded.instances
            """)
        .params(studyInstanceUid, site, patientId, issuer, patientName, instances)
        .update();
  }
}
