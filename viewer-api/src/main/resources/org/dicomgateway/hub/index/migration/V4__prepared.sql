-- What of a pack the spoke compressed, in instances and bytes, and when, in milliseconds since 1970;
-- NULL where nobody knows.
ALTER TABLE pack ADD COLUMN prepared_instances BIGINT;
ALTER TABLE pack ADD COLUMN prepared_received_length BIGINT;
ALTER TABLE pack ADD COLUMN prepared_length BIGINT;
ALTER TABLE pack ADD COLUMN prepared_from BIGINT;
ALTER TABLE pack ADD COLUMN prepared_to BIGINT;
