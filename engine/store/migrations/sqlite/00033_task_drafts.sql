-- +goose Up
-- What a person has filled in at a task and not sent yet.
CREATE TABLE task_drafts (
	task     TEXT NOT NULL,    -- <instance>.<task>
	person   TEXT NOT NULL,
	revision BIGINT NOT NULL,
	data     INTEGER NOT NULL, -- the version of the values that was looked at
	form     TEXT NOT NULL,    -- JSON, as it came
	comment  TEXT NOT NULL,
	saved_at DATETIME NOT NULL,
	PRIMARY KEY (task, person)
) WITHOUT ROWID;

-- +goose Down
DROP TABLE task_drafts;
