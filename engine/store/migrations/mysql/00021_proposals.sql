-- +goose Up
-- Changes of records that are made only once their instance has approved them.
CREATE TABLE IF NOT EXISTS proposals (
	instance    VARCHAR(64) NOT NULL PRIMARY KEY,
	record_type VARCHAR(64) NOT NULL,
	record      VARCHAR(64) NOT NULL,
	asked_by    VARCHAR(64) NOT NULL,
	asked_at    DATETIME(6) NOT NULL,
	status      VARCHAR(64) NOT NULL,
	base        MEDIUMTEXT NOT NULL,
	wanted      MEDIUMTEXT NOT NULL,
	left_open   MEDIUMTEXT NOT NULL,
	KEY proposals_record (record, status)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;


-- +goose Down
DROP TABLE proposals;
