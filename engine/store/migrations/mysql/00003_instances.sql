-- +goose Up
CREATE TABLE IF NOT EXISTS instances (
	id           VARCHAR(64) NOT NULL PRIMARY KEY,
	revision     BIGINT NOT NULL,
	flow         VARCHAR(64) NOT NULL,
	version      INT NOT NULL,
	record_type  VARCHAR(64) NOT NULL,
	record_id    VARCHAR(64) NOT NULL,
	number       VARCHAR(100) NOT NULL,
	title        VARCHAR(500) NOT NULL,
	submitter    VARCHAR(64) NOT NULL,
	status       VARCHAR(20) NOT NULL,
	has_incident BOOLEAN NOT NULL,
	started_at   DATETIME(6),
	ended_at     DATETIME(6),
	updated_at   DATETIME(6),
	timers       INT NOT NULL COMMENT 'how many rows of timers are this instance''s',
	people       MEDIUMTEXT NOT NULL COMMENT 'the same as the rows of instance_people, to be read with the instance',
	state        MEDIUMTEXT NOT NULL,
	KEY instances_started (started_at, id),
	KEY instances_submitter (submitter, started_at, id),
	KEY instances_flow (flow, status, started_at),
	KEY instances_record (record_id, started_at),
	KEY instances_incident (has_incident, started_at, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- started_at never changes, and with it a person's list is read in order straight from the key.
CREATE TABLE IF NOT EXISTS instance_people (
	person     VARCHAR(64) NOT NULL,
	started_at DATETIME(6) NOT NULL,
	instance   VARCHAR(64) NOT NULL,
	PRIMARY KEY (person, started_at, instance)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS tasks (
	instance   VARCHAR(64) NOT NULL,
	task       VARCHAR(64) NOT NULL,
	assignee   VARCHAR(64) NOT NULL,
	state      VARCHAR(20) NOT NULL,
	activation VARCHAR(64) NOT NULL,
	node       VARCHAR(64) NOT NULL,
	slot       VARCHAR(64) NOT NULL,
	type       VARCHAR(20) NOT NULL,
	reason     VARCHAR(64) NOT NULL,
	opened_at  DATETIME(6),
	due        DATETIME(6),
	late       BOOLEAN NOT NULL,
	decided_at DATETIME(6),
	decided_by VARCHAR(64) NOT NULL,
	comment    MEDIUMTEXT NOT NULL,
	PRIMARY KEY (instance, task),
	KEY tasks_inbox (assignee, state, opened_at),
	KEY tasks_decided (decided_by, decided_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS timers (
	instance VARCHAR(64) NOT NULL,
	timer    VARCHAR(64) NOT NULL,
	task     VARCHAR(64) NOT NULL,
	kind     VARCHAR(20) NOT NULL,
	due_at   DATETIME(6) NOT NULL,
	ready_at DATETIME(6) NOT NULL COMMENT 'due_at, or when the lease of whoever claimed it ends',
	owner    VARCHAR(190) NOT NULL,
	PRIMARY KEY (instance, timer),
	KEY timers_ready (ready_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS journal (
	instance VARCHAR(64) NOT NULL,
	seq      BIGINT NOT NULL,
	type     VARCHAR(40) NOT NULL,
	at       DATETIME(6) NOT NULL,
	entry    MEDIUMTEXT NOT NULL,
	PRIMARY KEY (instance, seq)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS idempotency_keys (
	id         VARCHAR(64) NOT NULL PRIMARY KEY COMMENT 'SHA-256 of person and key, hexadecimal',
	instance   VARCHAR(64) NOT NULL,
	expires_at DATETIME(6) NOT NULL,
	KEY idempotency_keys_expiry (expires_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE idempotency_keys;
DROP TABLE journal;
DROP TABLE timers;
DROP TABLE tasks;
DROP TABLE instance_people;
DROP TABLE instances;
