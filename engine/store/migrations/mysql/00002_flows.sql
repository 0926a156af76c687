-- +goose Up
CREATE TABLE IF NOT EXISTS flow_drafts (
	flow_key        VARCHAR(64) NOT NULL PRIMARY KEY,
	revision        BIGINT NOT NULL,
	name_zh         TEXT NOT NULL,
	name_en         TEXT NOT NULL,
	record_type     VARCHAR(64) NOT NULL,
	versions        INT NOT NULL COMMENT 'how many were published',
	current_version INT NOT NULL COMMENT '0: none',
	updated_at      DATETIME(6) NOT NULL,
	updated_by      VARCHAR(64) NOT NULL,
	definition      MEDIUMTEXT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS flow_versions (
	flow_key     VARCHAR(64) NOT NULL,
	number       INT NOT NULL,
	note         TEXT NOT NULL,
	name_zh      TEXT NOT NULL,
	name_en      TEXT NOT NULL,
	record_type  VARCHAR(64) NOT NULL,
	published_at DATETIME(6) NOT NULL,
	published_by VARCHAR(64) NOT NULL,
	definition   MEDIUMTEXT NOT NULL,
	PRIMARY KEY (flow_key, number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE flow_versions;
DROP TABLE flow_drafts;
