-- +goose Up
-- What people attach. The content lies in parts, one row each, so that no statement is larger than a server takes.
CREATE TABLE IF NOT EXISTS files (
	id     VARCHAR(64) NOT NULL PRIMARY KEY,
	name   VARCHAR(255) NOT NULL,
	type   VARCHAR(127) NOT NULL,
	size   BIGINT NOT NULL,
	sha256 VARCHAR(64) NOT NULL COMMENT 'empty: not all of it is there yet',
	person VARCHAR(64) NOT NULL COMMENT 'who uploaded it',
	at     DATETIME(6) NOT NULL,
	KEY files_at (at),
	KEY files_person (person, at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS file_parts (
	file    VARCHAR(64) NOT NULL,
	part    INT NOT NULL COMMENT 'from 0',
	content MEDIUMBLOB NOT NULL,
	PRIMARY KEY (file, part)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Where a file is named. A file that no row names is removed after a day.
CREATE TABLE IF NOT EXISTS file_uses (
	file        VARCHAR(64) NOT NULL,
	holder      VARCHAR(64) NOT NULL COMMENT 'a record, or an instance',
	record_type VARCHAR(64) NOT NULL COMMENT 'empty: the holder is an instance',
	field       VARCHAR(128) NOT NULL COMMENT 'of the record; a column of detail rows as rows.column',
	PRIMARY KEY (file, holder, field)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

ALTER TABLE messages ADD COLUMN files MEDIUMTEXT COMMENT 'JSON list of what is attached';

-- +goose Down
ALTER TABLE messages DROP COLUMN files;
DROP TABLE file_uses;
DROP TABLE file_parts;
DROP TABLE files;
