-- +goose Up
ALTER TABLE people ADD COLUMN quiet VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'JSON: when the person wants to be urged about nothing';
ALTER TABLE notices ADD COLUMN also MEDIUMTEXT COMMENT 'JSON list: what else the person was urged about soon after';

-- +goose Down
ALTER TABLE notices DROP COLUMN also;
ALTER TABLE people DROP COLUMN quiet;
