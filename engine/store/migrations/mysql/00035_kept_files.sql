-- +goose Up
-- Which files a form that somebody keeps names: they stay as long as it does.
CREATE TABLE IF NOT EXISTS kept_files (
	form   VARCHAR(128) NOT NULL COMMENT '<instance>.<task>',
	person VARCHAR(64) NOT NULL,
	file   VARCHAR(64) NOT NULL,
	PRIMARY KEY (form, person, file),
	KEY kept_files_file (file)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

ALTER TABLE task_drafts ADD COLUMN files TEXT COMMENT 'JSON list of what goes with the comment';

-- +goose Down
ALTER TABLE task_drafts DROP COLUMN files;
DROP TABLE kept_files;
