-- +goose Up
-- The highest amount that a post's holders may approve, in digits; empty: none is set.
ALTER TABLE posts ADD COLUMN approval_limit TEXT NOT NULL DEFAULT '';

-- Who stands in for whom, from when until when, in which flows and up to which amount.
CREATE TABLE IF NOT EXISTS deputies (
	id           TEXT NOT NULL PRIMARY KEY,
	principal    TEXT NOT NULL,
	agent        TEXT NOT NULL,
	from_at      DATETIME NOT NULL,
	until_at     DATETIME NOT NULL,
	flows        TEXT NOT NULL,
	max_amount   TEXT NOT NULL,
	include_open BOOLEAN NOT NULL,
	note         TEXT NOT NULL
) WITHOUT ROWID;

-- What an instance is about in money, in hundredths: the first money field of its record. Null: nothing is said.
ALTER TABLE instances ADD COLUMN amount INTEGER;

-- +goose Down
ALTER TABLE instances DROP COLUMN amount;
DROP TABLE deputies;
ALTER TABLE posts DROP COLUMN approval_limit;
