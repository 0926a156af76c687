-- +goose Up
-- Whose turn has not come is looked for when they leave.
CREATE INDEX IF NOT EXISTS tasks_waiting ON tasks (assignee, instance) WHERE state = 'waiting';

-- +goose Down
DROP INDEX tasks_waiting;
