-- When a pack passed each station, in milliseconds since 1970; NULL where nobody knows.
ALTER TABLE pack ADD COLUMN study_uid ${text} NOT NULL DEFAULT '';
ALTER TABLE pack ADD COLUMN acknowledged_from BIGINT;
ALTER TABLE pack ADD COLUMN acknowledged_to BIGINT;
ALTER TABLE pack ADD COLUMN created_at BIGINT;
ALTER TABLE pack ADD COLUMN received_at BIGINT;
ALTER TABLE pack ADD COLUMN archived_at BIGINT;
ALTER TABLE pack ADD COLUMN indexed_at BIGINT;
-- Keys are <site>/<study>/<pack id>.zip
UPDATE pack SET study_uid =
  substr(object_key, length(site) + 2, length(object_key) - length(site) - length(pack_id) - 6);
CREATE INDEX pack_study ON pack (study_uid);

-- Whom the instances of a study name, kept and served ones alike: more than one is a conflict.
CREATE TABLE named_patient (
  named_patient_key ${id},
  study_uid ${text} NOT NULL,
  site ${text} NOT NULL,
  patient_id ${text} NOT NULL,
  issuer_of_patient_id ${text} NOT NULL,
  patient_name ${text} NOT NULL,
  instances BIGINT NOT NULL,
  UNIQUE (study_uid, site, patient_id, issuer_of_patient_id, patient_name)
);
INSERT INTO named_patient
  (study_uid, site, patient_id, issuer_of_patient_id, patient_name, instances)
SELECT s.study_uid, s.site, s.patient_id, s.issuer_of_patient_id, s.patient_name, COUNT(*)
FROM study s JOIN series e ON e.study_key = s.study_key JOIN instance i ON i.series_key = e.series_key
GROUP BY s.study_uid, s.site, s.patient_id, s.issuer_of_patient_id, s.patient_name;
