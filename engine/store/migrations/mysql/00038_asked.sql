-- +goose Up
-- One index for what lists of open tasks are sorted by and for how many of them are unseen, instead of two to keep.
ALTER TABLE tasks
	ADD KEY tasks_asked (assignee, state, opened_at, instance, task, seen_at),
	DROP KEY tasks_unseen,
	DROP KEY tasks_inbox;

-- +goose Down
ALTER TABLE tasks
	ADD KEY tasks_inbox (assignee, state, opened_at),
	ADD KEY tasks_unseen (assignee, state, seen_at),
	DROP KEY tasks_asked;
