-- +goose Up
CREATE TABLE IF NOT EXISTS people (
	id         TEXT NOT NULL PRIMARY KEY,
	sign_in    TEXT NOT NULL,
	name_zh    TEXT NOT NULL,
	name_en    TEXT NOT NULL,
	email      TEXT NOT NULL,
	role       TEXT NOT NULL,
	department TEXT NOT NULL,
	posts      TEXT NOT NULL,
	manager    TEXT NOT NULL,
	active     BOOLEAN NOT NULL,
	language   TEXT NOT NULL DEFAULT '',
	secret     TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS people_sign_in ON people (sign_in);

CREATE TABLE IF NOT EXISTS departments (
	id      TEXT NOT NULL PRIMARY KEY,
	name_zh TEXT NOT NULL,
	name_en TEXT NOT NULL,
	parent  TEXT NOT NULL,
	head    TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS posts (
	post_key TEXT NOT NULL PRIMARY KEY,
	name_zh  TEXT NOT NULL,
	name_en  TEXT NOT NULL
) WITHOUT ROWID;

-- One number per thing that is read as a whole and cached by its readers.
CREATE TABLE IF NOT EXISTS revisions (
	name  TEXT NOT NULL PRIMARY KEY,
	value INTEGER NOT NULL
) WITHOUT ROWID;
INSERT OR IGNORE INTO revisions (name, value) VALUES ('company', 1);

CREATE TABLE IF NOT EXISTS sessions (
	token_hash TEXT NOT NULL PRIMARY KEY,
	person     TEXT NOT NULL,
	csrf       TEXT NOT NULL,
	created_at DATETIME NOT NULL,
	expires_at DATETIME NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS sessions_expiry ON sessions (expires_at);

-- +goose Down
DROP TABLE sessions;
DROP TABLE revisions;
DROP TABLE posts;
DROP TABLE departments;
DROP TABLE people;
