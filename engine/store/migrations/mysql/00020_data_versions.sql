-- +goose Up
-- The record's values as they were when the instance began, and the hash of each version of them since. What changed in
-- between is in the journal. Instances begun before this was kept have neither.
ALTER TABLE instances ADD COLUMN data MEDIUMTEXT;
ALTER TABLE instances ADD COLUMN hashes MEDIUMTEXT;

-- +goose Down
ALTER TABLE instances DROP COLUMN hashes;
ALTER TABLE instances DROP COLUMN data;
