-- +goose Up
CREATE TABLE IF NOT EXISTS people (
	id         VARCHAR(64) NOT NULL PRIMARY KEY,
	sign_in    VARCHAR(190) NOT NULL,
	name_zh    VARCHAR(190) NOT NULL,
	name_en    VARCHAR(190) NOT NULL,
	email      VARCHAR(254) NOT NULL,
	role       VARCHAR(20) NOT NULL,
	department VARCHAR(64) NOT NULL,
	posts      TEXT NOT NULL,
	manager    VARCHAR(64) NOT NULL,
	active     BOOLEAN NOT NULL,
	language   VARCHAR(20) NOT NULL DEFAULT '',
	secret     VARCHAR(250) NOT NULL DEFAULT '',
	UNIQUE KEY people_sign_in (sign_in)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS departments (
	id      VARCHAR(64) NOT NULL PRIMARY KEY,
	name_zh VARCHAR(190) NOT NULL,
	name_en VARCHAR(190) NOT NULL,
	parent  VARCHAR(64) NOT NULL,
	head    VARCHAR(64) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS posts (
	post_key VARCHAR(64) NOT NULL PRIMARY KEY,
	name_zh  VARCHAR(190) NOT NULL,
	name_en  VARCHAR(190) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- One number per thing that is read as a whole and cached by its readers.
CREATE TABLE IF NOT EXISTS revisions (
	name  VARCHAR(64) NOT NULL PRIMARY KEY,
	value BIGINT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
INSERT IGNORE INTO revisions (name, value) VALUES ('company', 1);

CREATE TABLE IF NOT EXISTS sessions (
	token_hash VARCHAR(64) NOT NULL PRIMARY KEY,
	person     VARCHAR(64) NOT NULL,
	csrf       VARCHAR(190) NOT NULL,
	created_at DATETIME(6) NOT NULL,
	expires_at DATETIME(6) NOT NULL,
	KEY sessions_expiry (expires_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE sessions;
DROP TABLE revisions;
DROP TABLE posts;
DROP TABLE departments;
DROP TABLE people;
