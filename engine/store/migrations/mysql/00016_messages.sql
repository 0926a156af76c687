-- +goose Up
CREATE TABLE messages (
	id       VARCHAR(64) NOT NULL PRIMARY KEY,
	instance VARCHAR(64) NOT NULL,
	task     VARCHAR(64) NOT NULL COMMENT 'where it was written; empty: of the whole',
	person   VARCHAR(64) NOT NULL,
	at       DATETIME(6) NOT NULL,
	words    MEDIUMTEXT NOT NULL,
	mentions MEDIUMTEXT NOT NULL COMMENT 'JSON list of people',
	KEY messages_thread (instance, at, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE messages;
