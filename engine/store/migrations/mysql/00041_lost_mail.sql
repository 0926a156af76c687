-- +goose Up
ALTER TABLE notices
	ADD COLUMN mail_lost VARCHAR(20) NOT NULL DEFAULT '' COMMENT 'why its mail was given up; empty: it was not',
	ADD COLUMN mail_problem VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'what was said then',
	ADD KEY notices_lost (mail_lost, at, id);

-- +goose Down
ALTER TABLE notices
	DROP KEY notices_lost,
	DROP COLUMN mail_problem,
	DROP COLUMN mail_lost;
