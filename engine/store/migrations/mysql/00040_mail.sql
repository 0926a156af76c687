-- +goose Up
ALTER TABLE notices
	ADD COLUMN mail_at DATETIME(6) COMMENT 'when its mail may be claimed: at once, after a pause, or when the present lease ends; NULL: nothing is to be mailed',
	ADD COLUMN mail_tries INT NOT NULL DEFAULT 0 COMMENT 'how often its mail was claimed',
	ADD KEY notices_mail (mail_at);

-- +goose Down
ALTER TABLE notices
	DROP KEY notices_mail,
	DROP COLUMN mail_tries,
	DROP COLUMN mail_at;
