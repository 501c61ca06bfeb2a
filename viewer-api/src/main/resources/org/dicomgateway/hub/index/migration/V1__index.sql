-- One text for SQLite and PostgreSQL. ${id}: a key the database counts up; ${text}: text that sorts
-- by its bytes; ${bytes}: binary. Absent text is '', so that comparisons need no thought of NULL.

CREATE TABLE pack (
  pack_key ${id},
  pack_id ${text} NOT NULL UNIQUE,
  site ${text} NOT NULL,
  object_key ${text} NOT NULL,
  length BIGINT NOT NULL,
  -- Receipt as JSON, deflated: the same answer however often and late it is asked for.
  receipt ${bytes} NOT NULL
);

CREATE TABLE study (
  study_key ${id},
  study_uid ${text} NOT NULL UNIQUE,
  site ${text} NOT NULL,
  arrived_at BIGINT NOT NULL,
  study_date ${text} NOT NULL,
  study_time ${text} NOT NULL,
  accession_number ${text} NOT NULL,
  study_id ${text} NOT NULL,
  study_description ${text} NOT NULL,
  patient_id ${text} NOT NULL,
  issuer_of_patient_id ${text} NOT NULL,
  patient_birth_date ${text} NOT NULL,
  patient_sex ${text} NOT NULL,
  patient_name ${text} NOT NULL,
  -- Names folded (case, diacritics, carets), a column per component group; words for fuzzy matching.
  patient_name_alphabetic ${text} NOT NULL,
  patient_name_ideographic ${text} NOT NULL,
  patient_name_phonetic ${text} NOT NULL,
  patient_name_words ${text} NOT NULL,
  referring_name_alphabetic ${text} NOT NULL,
  referring_name_ideographic ${text} NOT NULL,
  referring_name_phonetic ${text} NOT NULL,
  referring_name_words ${text} NOT NULL,
  -- What the study list searches in, folded.
  words ${text} NOT NULL,
  attributes ${bytes} NOT NULL
);
CREATE INDEX study_newest ON study (study_date DESC, study_time DESC, study_key DESC);
CREATE INDEX study_patient ON study (patient_id);
CREATE INDEX study_accession ON study (accession_number);
CREATE INDEX study_site ON study (site);

CREATE TABLE series (
  series_key ${id},
  study_key BIGINT NOT NULL REFERENCES study,
  series_uid ${text} NOT NULL,
  modality ${text} NOT NULL,
  series_number BIGINT,
  series_description ${text} NOT NULL,
  performed_date ${text} NOT NULL,
  performed_time ${text} NOT NULL,
  attributes ${bytes} NOT NULL,
  UNIQUE (study_key, series_uid)
);
CREATE INDEX series_uid ON series (series_uid);
CREATE INDEX series_modality ON series (modality);

CREATE TABLE instance (
  instance_key ${id},
  series_key BIGINT NOT NULL REFERENCES series,
  pack_key BIGINT NOT NULL REFERENCES pack,
  sop_uid ${text} NOT NULL UNIQUE,
  sop_class ${text} NOT NULL,
  transfer_syntax ${text} NOT NULL,
  instance_number BIGINT,
  position BIGINT NOT NULL,
  length BIGINT NOT NULL,
  sha256 ${text} NOT NULL,
  received_sha256 ${text} NOT NULL,
  frames ${bytes} NOT NULL,
  metadata ${bytes} NOT NULL
);
CREATE INDEX instance_series ON instance (series_key);

-- Other bytes under a SOP Instance UID that was there before: kept, not served.
CREATE TABLE conflict (
  conflict_key ${id},
  pack_key BIGINT NOT NULL REFERENCES pack,
  sop_uid ${text} NOT NULL,
  study_uid ${text} NOT NULL,
  series_uid ${text} NOT NULL,
  position BIGINT NOT NULL,
  length BIGINT NOT NULL,
  sha256 ${text} NOT NULL,
  received_sha256 ${text} NOT NULL,
  UNIQUE (sop_uid, received_sha256)
);
CREATE INDEX conflict_study ON conflict (study_uid);
