-- +goose Up
-- The highest amount that a post's holders may approve, in digits; empty: none is set.
ALTER TABLE posts ADD COLUMN approval_limit VARCHAR(40) NOT NULL DEFAULT '';

-- Who stands in for whom, from when until when, in which flows and up to which amount.
CREATE TABLE IF NOT EXISTS deputies (
	id           VARCHAR(64) NOT NULL PRIMARY KEY,
	principal    VARCHAR(64) NOT NULL,
	agent        VARCHAR(64) NOT NULL,
	from_at      DATETIME(6) NOT NULL,
	until_at     DATETIME(6) NOT NULL,
	flows        TEXT NOT NULL,
	max_amount   VARCHAR(40) NOT NULL,
	include_open BOOLEAN NOT NULL,
	note         VARCHAR(500) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- What an instance is about in money, in hundredths: the first money field of its record. Null: nothing is said.
ALTER TABLE instances ADD COLUMN amount BIGINT;

-- +goose Down
ALTER TABLE instances DROP COLUMN amount;
DROP TABLE deputies;
ALTER TABLE posts DROP COLUMN approval_limit;
