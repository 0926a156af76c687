-- +goose Up
-- Of an instance that a step of another one had run: that one, and which holds the record for it, if it has none of its own.
ALTER TABLE instances ADD COLUMN parent TEXT NOT NULL DEFAULT '';
ALTER TABLE instances ADD COLUMN holder TEXT NOT NULL DEFAULT '';
CREATE INDEX IF NOT EXISTS instances_parent ON instances (parent, started_at, id) WHERE parent <> '';

-- +goose Down
DROP INDEX instances_parent;
ALTER TABLE instances DROP COLUMN holder;
ALTER TABLE instances DROP COLUMN parent;
