-- +goose Up
ALTER TABLE tasks
	ADD COLUMN seen_at DATETIME(6) COMMENT 'when its assignee first opened it',
	ADD KEY tasks_unseen (assignee, state, seen_at);

CREATE TABLE copies (
	person   VARCHAR(64) NOT NULL,
	instance VARCHAR(64) NOT NULL,
	id       VARCHAR(190) NOT NULL COMMENT 'the job''s that brought it',
	at       DATETIME(6) NOT NULL,
	read_at  DATETIME(6),
	node     VARCHAR(64) NOT NULL COMMENT 'the step that it is about; empty: the whole',
	moment   VARCHAR(20) NOT NULL COMMENT 'what had happened',
	data     INT NOT NULL,
	PRIMARY KEY (person, instance),
	KEY copies_newest (person, at, instance),
	KEY copies_unread (person, read_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE copies;
ALTER TABLE tasks DROP KEY tasks_unseen, DROP COLUMN seen_at;
