-- +goose Up
-- What a decision that was taken back, and an opinion that was asked, are told by: a deputy's list needs them.
ALTER TABLE tasks ADD COLUMN origin VARCHAR(40) NOT NULL DEFAULT '', ADD COLUMN advice BOOLEAN NOT NULL DEFAULT FALSE;

-- +goose Down
ALTER TABLE tasks DROP COLUMN advice, DROP COLUMN origin;
