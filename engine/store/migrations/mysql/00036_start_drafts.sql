-- +goose Up
-- What a person has filled in at the start of a flow, or of a new record, and not sent yet.
CREATE TABLE IF NOT EXISTS start_drafts (
	person      VARCHAR(64) NOT NULL,
	id          VARCHAR(128) NOT NULL COMMENT 'of a request <record>.<flow>',
	revision    BIGINT NOT NULL,
	record_type VARCHAR(64) NOT NULL,
	record      VARCHAR(64) NOT NULL COMMENT 'empty: it is to be added',
	flow        VARCHAR(64) NOT NULL COMMENT 'empty: it is only to be added',
	version     INT NOT NULL COMMENT 'of the flow, as it was looked at',
	base        BIGINT NOT NULL COMMENT 'revision of the record, as it was looked at',
	form        MEDIUMTEXT NOT NULL COMMENT 'JSON, as it came',
	picks       MEDIUMTEXT NOT NULL COMMENT 'JSON: people by node',
	files       TEXT NOT NULL COMMENT 'JSON list of what goes with submitting',
	saved_at    DATETIME(6) NOT NULL,
	PRIMARY KEY (person, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE start_drafts;
