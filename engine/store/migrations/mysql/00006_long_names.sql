-- +goose Up
-- Names have up to 200 characters; SQLite's columns hold any number.
ALTER TABLE people MODIFY name_zh VARCHAR(200) NOT NULL, MODIFY name_en VARCHAR(200) NOT NULL;
ALTER TABLE departments MODIFY name_zh VARCHAR(200) NOT NULL, MODIFY name_en VARCHAR(200) NOT NULL;
ALTER TABLE posts MODIFY name_zh VARCHAR(200) NOT NULL, MODIFY name_en VARCHAR(200) NOT NULL;

-- +goose Down
-- Nothing: a name that is long already would be cut.
SELECT 1;
