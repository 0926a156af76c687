-- +goose Up
ALTER TABLE tasks ADD COLUMN seen_at DATETIME; -- when its assignee first opened it
CREATE INDEX tasks_unseen ON tasks (assignee, seen_at) WHERE state = 'open';
DROP INDEX tasks_decided;
CREATE INDEX tasks_settled ON tasks (decided_by, decided_at)
	WHERE state IN ('approved', 'rejected', 'done', 'returned', 'abstained', 'approved_pending', 'transferred');
-- What lines show of their instance, apart from its long columns: lists of tasks are sorted and searched by it.
CREATE INDEX instances_shown ON instances (id, flow, version, record_type, record_id, number, title, submitter);
CREATE INDEX tasks_late ON tasks (instance) WHERE state = 'open' AND late;

CREATE TABLE copies (
	person   TEXT NOT NULL,
	instance TEXT NOT NULL,
	id       TEXT NOT NULL, -- the job's that brought it
	at       DATETIME NOT NULL,
	read_at  DATETIME,
	node     TEXT NOT NULL, -- the step that it is about; empty: the whole
	moment   TEXT NOT NULL, -- what had happened
	data     INTEGER NOT NULL,
	PRIMARY KEY (person, instance)
) WITHOUT ROWID;
CREATE INDEX copies_newest ON copies (person, at, instance);
CREATE INDEX copies_unread ON copies (person) WHERE read_at IS NULL;

-- +goose Down
DROP TABLE copies;
DROP INDEX tasks_late;
DROP INDEX instances_shown;
DROP INDEX tasks_settled;
CREATE INDEX tasks_decided ON tasks (decided_by, decided_at) WHERE state IN ('approved', 'rejected', 'done');
DROP INDEX tasks_unseen;
ALTER TABLE tasks DROP COLUMN seen_at;
