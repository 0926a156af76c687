-- +goose Up
ALTER TABLE notices ADD COLUMN kind VARCHAR(20) NOT NULL DEFAULT '';
UPDATE notices SET kind = JSON_UNQUOTE(JSON_EXTRACT(notice, '$.kind'));
ALTER TABLE notices ADD KEY notices_urges (person, kind, at, id);

-- +goose Down
ALTER TABLE notices DROP KEY notices_urges, DROP COLUMN kind;
