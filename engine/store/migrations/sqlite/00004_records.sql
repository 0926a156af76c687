-- +goose Up
CREATE TABLE IF NOT EXISTS record_types (
	type_key   TEXT NOT NULL PRIMARY KEY,
	created_at DATETIME NOT NULL,
	doc        TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS number_counters (
	record_type TEXT NOT NULL,
	year        INTEGER NOT NULL,
	last_number INTEGER NOT NULL,
	PRIMARY KEY (record_type, year)
) WITHOUT ROWID;

-- +goose Down
DROP TABLE number_counters;
DROP TABLE record_types;
