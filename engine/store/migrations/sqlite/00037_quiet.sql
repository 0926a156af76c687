-- +goose Up
ALTER TABLE people ADD COLUMN quiet TEXT NOT NULL DEFAULT ''; -- JSON: when the person wants to be urged about nothing
ALTER TABLE notices ADD COLUMN also TEXT; -- JSON list: what else the person was urged about soon after

-- +goose Down
ALTER TABLE notices DROP COLUMN also;
ALTER TABLE people DROP COLUMN quiet;
