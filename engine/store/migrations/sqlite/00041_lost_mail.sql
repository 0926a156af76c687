-- +goose Up
ALTER TABLE notices ADD COLUMN mail_lost TEXT NOT NULL DEFAULT ''; -- why its mail was given up; '': it was not
ALTER TABLE notices ADD COLUMN mail_problem TEXT NOT NULL DEFAULT ''; -- what was said then
CREATE INDEX notices_lost ON notices (at, id) WHERE mail_lost <> '';

-- +goose Down
DROP INDEX notices_lost;
ALTER TABLE notices DROP COLUMN mail_problem;
ALTER TABLE notices DROP COLUMN mail_lost;
