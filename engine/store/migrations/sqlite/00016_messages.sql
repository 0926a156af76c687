-- +goose Up
CREATE TABLE messages (
	id       TEXT NOT NULL PRIMARY KEY,
	instance TEXT NOT NULL,
	task     TEXT NOT NULL, -- where it was written; empty: of the whole
	person   TEXT NOT NULL,
	at       DATETIME NOT NULL,
	words    TEXT NOT NULL,
	mentions TEXT NOT NULL  -- JSON list of people
) WITHOUT ROWID;
CREATE INDEX messages_thread ON messages (instance, at, id);

-- +goose Down
DROP TABLE messages;
