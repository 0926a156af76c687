package store

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/pressly/goose/v3"
	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"flowline/engine/record"
)

// sqliteDialect is SQLite's. An exact number is kept as a whole number of its smallest unit, 12.50 with two places as
// 1250: it is exact, and sorts, compares and sums as numbers do, which text or floating point would not.
type sqliteDialect struct {
	file sqliteFile
}

func (d sqliteDialect) migrate(ctx context.Context) error {
	db, err := sql.Open("sqlite", d.file.dsn("_txlock=immediate"))
	if err != nil {
		return err
	}
	defer db.Close()
	for try := 1; ; try++ {
		err := migrateUp(ctx, goose.DialectSQLite3, db, "migrations/sqlite")
		if err == nil || try == 5 || ctx.Err() != nil {
			return err
		} // another copy was just doing the same: its work is seen the next time
	}
}

func (sqliteDialect) replace(key, columns []string) string {
	return " ON CONFLICT (" + quoted(key) + ") DO UPDATE SET " + each(columns, "$=excluded.$")
}

func (sqliteDialect) skip(key []string) string {
	return " ON CONFLICT (" + quoted(key) + ") DO NOTHING"
}

// contains holds for any case of Latin letters, which is as far as SQLite goes.
func (sqliteDialect) contains(column string) string { return column + ` LIKE ? ESCAPE '!'` }

func (sqliteDialect) column(f *record.Field, _ bool) string {
	switch f.Type {
	case record.Number, record.Money:
		return "BIGINT"
	case record.Boolean:
		return "BOOLEAN"
	case record.DateTime:
		return "DATETIME"
	}
	return "TEXT"
}

func (sqliteDialect) number(d decimal.Decimal, places int) (any, bool) { return scaled(d, places) }

func (sqliteDialect) exact(raw any, places int) (decimal.Decimal, error) {
	n, ok := raw.(int64)
	if !ok {
		return decimal.Decimal{}, fmt.Errorf("a %T in a column of whole numbers", raw)
	}
	return decimal.New(n, -int32(places)), nil
}

// schema uses the writer like any change: SQLite's DDL is transactional.
func (sqliteDialect) schema(ctx context.Context, s *Store, fn func(tx *gorm.DB) error) error {
	return s.writes.change(ctx, fn)
}

func (sqliteDialect) columnsOf(tx *gorm.DB, table string) (map[string]bool, error) {
	return names(tx, "SELECT name FROM pragma_table_info(?)", table)
}

func (sqliteDialect) indexesOf(tx *gorm.DB, table string) (map[string]bool, error) {
	return names(tx, "SELECT name FROM pragma_index_list(?)", table)
}

func (sqliteDialect) indexName(table, name string) string { return table + "." + name }

func (d sqliteDialect) createIndex(table string, i index) string {
	return i.create(d.indexName(table, i.name), table, quoted(i.columns))
}

func (sqliteDialect) inlineIndexes([]index) []string { return nil }

func (sqliteDialect) dropIndex(_, name string) string { return "DROP INDEX IF EXISTS " + quote(name) }

func (sqliteDialect) tableEnd() string { return "" }

// names collects one text column of a question.
func names(tx *gorm.DB, sql string, args ...any) (map[string]bool, error) {
	var all []string
	if err := tx.Raw(sql, args...).Scan(&all).Error; err != nil {
		return nil, err
	}
	set := make(map[string]bool, len(all))
	for _, n := range all {
		set[n] = true
	}
	return set, nil
}
