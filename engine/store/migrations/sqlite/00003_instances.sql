-- +goose Up
CREATE TABLE IF NOT EXISTS instances (
	id           TEXT NOT NULL PRIMARY KEY,
	revision     INTEGER NOT NULL,
	flow         TEXT NOT NULL,
	version      INTEGER NOT NULL,
	record_type  TEXT NOT NULL,
	record_id    TEXT NOT NULL,
	number       TEXT NOT NULL,
	title        TEXT NOT NULL,
	submitter    TEXT NOT NULL,
	status       TEXT NOT NULL,
	has_incident BOOLEAN NOT NULL,
	started_at   DATETIME,
	ended_at     DATETIME,
	updated_at   DATETIME,
	timers       INTEGER NOT NULL, -- how many rows of timers are this instance's
	people       TEXT NOT NULL,    -- the same as the rows of instance_people, to be read with the instance
	state        TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS instances_started ON instances (started_at, id);
CREATE INDEX IF NOT EXISTS instances_submitter ON instances (submitter, started_at, id);
CREATE INDEX IF NOT EXISTS instances_flow ON instances (flow, status, started_at);
CREATE INDEX IF NOT EXISTS instances_record ON instances (record_id, started_at);
CREATE INDEX IF NOT EXISTS instances_incident ON instances (started_at, id) WHERE has_incident;

-- started_at never changes, and with it a person's list is read in order straight from the key.
CREATE TABLE IF NOT EXISTS instance_people (
	person     TEXT NOT NULL,
	started_at DATETIME NOT NULL,
	instance   TEXT NOT NULL,
	PRIMARY KEY (person, started_at, instance)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS tasks (
	instance   TEXT NOT NULL,
	task       TEXT NOT NULL,
	assignee   TEXT NOT NULL,
	state      TEXT NOT NULL,
	activation TEXT NOT NULL,
	node       TEXT NOT NULL,
	slot       TEXT NOT NULL,
	type       TEXT NOT NULL,
	reason     TEXT NOT NULL,
	opened_at  DATETIME,
	due        DATETIME,
	late       BOOLEAN NOT NULL,
	decided_at DATETIME,
	decided_by TEXT NOT NULL,
	comment    TEXT NOT NULL,
	PRIMARY KEY (instance, task)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tasks_inbox ON tasks (assignee, opened_at) WHERE state = 'open';
CREATE INDEX IF NOT EXISTS tasks_decided ON tasks (decided_by, decided_at) WHERE state IN ('approved', 'rejected', 'done');

CREATE TABLE IF NOT EXISTS timers (
	instance TEXT NOT NULL,
	timer    TEXT NOT NULL,
	task     TEXT NOT NULL,
	kind     TEXT NOT NULL,
	due_at   DATETIME NOT NULL,
	ready_at DATETIME NOT NULL, -- due_at, or when the lease of whoever claimed it ends
	owner    TEXT NOT NULL,
	PRIMARY KEY (instance, timer)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS timers_ready ON timers (ready_at);

CREATE TABLE IF NOT EXISTS journal (
	instance TEXT NOT NULL,
	seq      INTEGER NOT NULL,
	type     TEXT NOT NULL,
	at       DATETIME NOT NULL,
	entry    TEXT NOT NULL,
	PRIMARY KEY (instance, seq)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS idempotency_keys (
	id         TEXT NOT NULL PRIMARY KEY, -- SHA-256 of person and key, hexadecimal
	instance   TEXT NOT NULL,
	expires_at DATETIME NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS idempotency_keys_expiry ON idempotency_keys (expires_at);

-- +goose Down
DROP TABLE idempotency_keys;
DROP TABLE journal;
DROP TABLE timers;
DROP TABLE tasks;
DROP TABLE instance_people;
DROP TABLE instances;
