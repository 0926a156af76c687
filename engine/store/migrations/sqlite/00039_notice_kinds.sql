-- +goose Up
ALTER TABLE notices ADD COLUMN kind TEXT NOT NULL DEFAULT '';
UPDATE notices SET kind = json_extract(notice, '$.kind');
CREATE INDEX notices_urges ON notices (person, at, id) WHERE kind = 'urge';

-- +goose Down
DROP INDEX notices_urges;
ALTER TABLE notices DROP COLUMN kind;
