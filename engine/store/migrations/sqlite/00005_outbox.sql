-- +goose Up
CREATE TABLE IF NOT EXISTS outbox (
	id       TEXT NOT NULL PRIMARY KEY, -- <instance>.<job>
	instance TEXT NOT NULL,
	kind     TEXT NOT NULL,
	ready_at DATETIME NOT NULL, -- when it may be claimed: at once, after a pause, or when the present lease ends
	owner    TEXT NOT NULL,
	tries    INTEGER NOT NULL,  -- how often it was claimed
	problem  TEXT NOT NULL,     -- what went wrong last
	job      TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS outbox_ready ON outbox (ready_at);

CREATE TABLE IF NOT EXISTS notices (
	id       TEXT NOT NULL PRIMARY KEY, -- the job's: delivering twice adds once
	person   TEXT NOT NULL,
	instance TEXT NOT NULL,
	at       DATETIME NOT NULL,
	read_at  DATETIME,
	notice   TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS notices_person ON notices (person, at, read_at);

-- +goose Down
DROP TABLE notices;
DROP TABLE outbox;
