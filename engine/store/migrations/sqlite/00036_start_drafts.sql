-- +goose Up
-- What a person has filled in at the start of a flow, or of a new record, and not sent yet.
CREATE TABLE start_drafts (
	person      TEXT NOT NULL,
	id          TEXT NOT NULL,    -- of a request <record>.<flow>
	revision    BIGINT NOT NULL,
	record_type TEXT NOT NULL,
	record      TEXT NOT NULL,    -- empty: it is to be added
	flow        TEXT NOT NULL,    -- empty: it is only to be added
	version     INTEGER NOT NULL, -- of the flow, as it was looked at
	base        BIGINT NOT NULL,  -- revision of the record, as it was looked at
	form        TEXT NOT NULL,    -- JSON, as it came
	picks       TEXT NOT NULL,    -- JSON: people by node
	files       TEXT NOT NULL,    -- JSON list of what goes with submitting
	saved_at    DATETIME NOT NULL,
	PRIMARY KEY (person, id)
) WITHOUT ROWID;

-- +goose Down
DROP TABLE start_drafts;
