-- +goose Up
-- What a person has filled in at a task and not sent yet.
CREATE TABLE IF NOT EXISTS task_drafts (
	task     VARCHAR(128) NOT NULL COMMENT '<instance>.<task>',
	person   VARCHAR(64) NOT NULL,
	revision BIGINT NOT NULL,
	data     INT NOT NULL COMMENT 'the version of the values that was looked at',
	form     MEDIUMTEXT NOT NULL COMMENT 'JSON, as it came',
	comment  TEXT NOT NULL,
	saved_at DATETIME(6) NOT NULL,
	PRIMARY KEY (task, person)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE task_drafts;
