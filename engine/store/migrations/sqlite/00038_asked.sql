-- +goose Up
-- One index for what lists of open tasks are sorted by and for how many of them are unseen, instead of two to keep.
CREATE INDEX tasks_asked ON tasks (assignee, opened_at, instance, task, seen_at) WHERE state = 'open';
DROP INDEX tasks_unseen;
DROP INDEX tasks_inbox;

-- +goose Down
CREATE INDEX tasks_inbox ON tasks (assignee, opened_at) WHERE state = 'open';
CREATE INDEX tasks_unseen ON tasks (assignee, seen_at) WHERE state = 'open';
DROP INDEX tasks_asked;
