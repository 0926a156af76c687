-- +goose Up
-- Changes of records that are made only once their instance has approved them.
CREATE TABLE IF NOT EXISTS proposals (
	instance    TEXT NOT NULL PRIMARY KEY,
	record_type TEXT NOT NULL,
	record      TEXT NOT NULL,
	asked_by    TEXT NOT NULL,
	asked_at    DATETIME NOT NULL,
	status      TEXT NOT NULL,
	base        TEXT NOT NULL,
	wanted      TEXT NOT NULL,
	left_open   TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS proposals_record ON proposals (record, status);

-- +goose Down
DROP TABLE proposals;
