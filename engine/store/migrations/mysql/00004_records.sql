-- +goose Up
CREATE TABLE IF NOT EXISTS record_types (
	type_key   VARCHAR(64) NOT NULL PRIMARY KEY,
	created_at DATETIME(6) NOT NULL,
	doc        MEDIUMTEXT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS number_counters (
	record_type VARCHAR(64) NOT NULL,
	year        INT NOT NULL,
	last_number BIGINT NOT NULL,
	PRIMARY KEY (record_type, year)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE number_counters;
DROP TABLE record_types;
