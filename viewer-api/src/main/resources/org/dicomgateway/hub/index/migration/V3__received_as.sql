-- How an instance was received that lies transcoded in its pack: the manifest's receivedAs, as JSON.
ALTER TABLE instance ADD COLUMN received_as ${text} NOT NULL DEFAULT '';
