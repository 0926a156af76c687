-- +goose Up
CREATE TABLE IF NOT EXISTS outbox (
	id       VARCHAR(130) NOT NULL PRIMARY KEY COMMENT '<instance>.<job>',
	instance VARCHAR(64) NOT NULL,
	kind     VARCHAR(20) NOT NULL,
	ready_at DATETIME(6) NOT NULL COMMENT 'when it may be claimed: at once, after a pause, or when the present lease ends',
	owner    VARCHAR(190) NOT NULL,
	tries    INT NOT NULL COMMENT 'how often it was claimed',
	problem  TEXT NOT NULL COMMENT 'what went wrong last',
	job      MEDIUMTEXT NOT NULL,
	KEY outbox_ready (ready_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS notices (
	id       VARCHAR(130) NOT NULL PRIMARY KEY COMMENT 'the job''s: delivering twice adds once',
	person   VARCHAR(64) NOT NULL,
	instance VARCHAR(64) NOT NULL,
	at       DATETIME(6) NOT NULL,
	read_at  DATETIME(6),
	notice   MEDIUMTEXT NOT NULL,
	KEY notices_person (person, at, read_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE notices;
DROP TABLE outbox;
