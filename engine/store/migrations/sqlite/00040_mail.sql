-- +goose Up
ALTER TABLE notices ADD COLUMN mail_at DATETIME; -- when its mail may be claimed; NULL: nothing is to be mailed
ALTER TABLE notices ADD COLUMN mail_tries INTEGER NOT NULL DEFAULT 0; -- how often it was
CREATE INDEX notices_mail ON notices (mail_at) WHERE mail_at IS NOT NULL;

-- +goose Down
DROP INDEX notices_mail;
ALTER TABLE notices DROP COLUMN mail_tries;
ALTER TABLE notices DROP COLUMN mail_at;
