-- +goose Up
-- What people attach. The content lies in parts, one row each, so that no statement is larger than a server takes.
CREATE TABLE files (
	id     TEXT NOT NULL PRIMARY KEY,
	name   TEXT NOT NULL,
	type   TEXT NOT NULL,
	size   BIGINT NOT NULL,
	sha256 TEXT NOT NULL,     -- empty: not all of it is there yet
	person TEXT NOT NULL,     -- who uploaded it
	at     DATETIME NOT NULL
);
CREATE INDEX files_at ON files (at);
CREATE INDEX files_person ON files (person, at);

CREATE TABLE file_parts (
	file    TEXT NOT NULL,
	part    INTEGER NOT NULL, -- from 0
	content BLOB NOT NULL
);
CREATE UNIQUE INDEX file_parts_part ON file_parts (file, part);

-- Where a file is named. A file that no row names is removed after a day.
CREATE TABLE file_uses (
	file        TEXT NOT NULL,
	holder      TEXT NOT NULL, -- a record, or an instance
	record_type TEXT NOT NULL, -- empty: the holder is an instance
	field       TEXT NOT NULL, -- of the record; a column of detail rows as rows.column
	PRIMARY KEY (file, holder, field)
) WITHOUT ROWID;

ALTER TABLE messages ADD COLUMN files TEXT; -- JSON list of what is attached

-- +goose Down
ALTER TABLE messages DROP COLUMN files;
DROP TABLE file_uses;
DROP TABLE file_parts;
DROP TABLE files;
