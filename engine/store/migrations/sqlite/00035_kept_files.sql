-- +goose Up
-- Which files a form that somebody keeps names: they stay as long as it does.
CREATE TABLE kept_files (
	form   TEXT NOT NULL, -- <instance>.<task>
	person TEXT NOT NULL,
	file   TEXT NOT NULL,
	PRIMARY KEY (form, person, file)
) WITHOUT ROWID;
CREATE INDEX kept_files_file ON kept_files (file);

ALTER TABLE task_drafts ADD COLUMN files TEXT; -- JSON list of what goes with the comment

-- +goose Down
ALTER TABLE task_drafts DROP COLUMN files;
DROP TABLE kept_files;
