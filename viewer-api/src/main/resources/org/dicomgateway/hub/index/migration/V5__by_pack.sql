-- A pack that goes is looked for in both: without these PostgreSQL reads all of them for each pack.
CREATE INDEX instance_pack ON instance (pack_key);
CREATE INDEX conflict_pack ON conflict (pack_key);
