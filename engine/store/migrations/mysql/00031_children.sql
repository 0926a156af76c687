-- +goose Up
-- Of an instance that a step of another one had run: that one, and which holds the record for it, if it has none of its own.
ALTER TABLE instances
	ADD COLUMN parent VARCHAR(64) NOT NULL DEFAULT '',
	ADD COLUMN holder VARCHAR(64) NOT NULL DEFAULT '',
	ADD KEY instances_parent (parent, started_at, id);

-- +goose Down
ALTER TABLE instances DROP KEY instances_parent, DROP COLUMN holder, DROP COLUMN parent;
