-- +goose Up
CREATE TABLE IF NOT EXISTS flow_drafts (
	flow_key        TEXT NOT NULL PRIMARY KEY,
	revision        INTEGER NOT NULL,
	name_zh         TEXT NOT NULL,
	name_en         TEXT NOT NULL,
	record_type     TEXT NOT NULL,
	versions        INTEGER NOT NULL, -- how many were published
	current_version INTEGER NOT NULL, -- 0: none
	updated_at      DATETIME NOT NULL,
	updated_by      TEXT NOT NULL,
	definition      TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS flow_versions (
	flow_key     TEXT NOT NULL,
	number       INTEGER NOT NULL,
	note         TEXT NOT NULL,
	name_zh      TEXT NOT NULL,
	name_en      TEXT NOT NULL,
	record_type  TEXT NOT NULL,
	published_at DATETIME NOT NULL,
	published_by TEXT NOT NULL,
	definition   TEXT NOT NULL,
	PRIMARY KEY (flow_key, number)
);

-- +goose Down
DROP TABLE flow_versions;
DROP TABLE flow_drafts;
