package store

import (
	"context"
	"database/sql"
	"strings"
	"time"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"flowline/engine/record"
)

// dialect is all that differs between SQLite and MySQL outside opening and writing.
type dialect interface {
	// migrate brings the tables of migrations/ to the newest form, whoever else does so at the same time.
	migrate(ctx context.Context) error

	// replace ends an INSERT: a row whose key is there already gets new values in the columns named.
	replace(key, columns []string) string
	// skip ends an INSERT: a row whose key is there already stays as it is.
	skip(key []string) string
	// contains is the condition that a text column holds a pattern to be bound, whatever the case of its letters.
	contains(column string) string

	// column is the SQL type of a field's column; sought says that it gets an index.
	column(f *record.Field, sought bool) string
	// number is the value to bind for an exact number kept with this many places; ok is false when it does not fit.
	number(d decimal.Decimal, places int) (v any, ok bool)
	// exact reads a number back.
	exact(raw any, places int) (decimal.Decimal, error)

	// schema runs DDL: all in one transaction where the database can do that.
	schema(ctx context.Context, s *Store, fn func(tx *gorm.DB) error) error
	// columnsOf and indexesOf list what a table has; nothing when it is not there.
	columnsOf(tx *gorm.DB, table string) (map[string]bool, error)
	indexesOf(tx *gorm.DB, table string) (map[string]bool, error)
	// indexName makes the name of an index: SQLite has one room for the names of all tables.
	indexName(table, name string) string
	// createIndex is the statement; a long text is indexed by its beginning where it has to be.
	createIndex(table string, i index) string
	// inlineIndexes are the indexes as parts of a CREATE TABLE, where that is possible: it is quicker than one by one.
	inlineIndexes(all []index) []string
	// dropIndex is the statement that drops an index by its full name.
	dropIndex(table, name string) string
	// tableEnd ends a CREATE TABLE.
	tableEnd() string
}

// skipLocked makes a query take the rows it reads, passing over those that another copy is just taking. SQLite needs no
// such thing, its one writer sees to it, and gorm leaves it out there.
var skipLocked = clause.Locking{Strength: "UPDATE", Options: "SKIP LOCKED"}

// forUpdate makes a query take the rows it reads, waiting for whoever has them.
var forUpdate = clause.Locking{Strength: "UPDATE"}

// quote makes an identifier of a validated key. Backquotes serve both dialects.
func quote(name string) string {
	if strings.IndexByte(name, '`') >= 0 {
		name = strings.ReplaceAll(name, "`", "")
	}
	return "`" + name + "`"
}

// quoted makes a list of identifiers.
func quoted(names []string) string {
	var b strings.Builder
	for i, n := range names {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(quote(n))
	}
	return b.String()
}

// each writes every identifier into a form, in the place of $, separated by commas.
func each(names []string, form string) string {
	all := make([]string, len(names))
	for i, n := range names {
		all[i] = strings.ReplaceAll(form, "$", quote(n))
	}
	return strings.Join(all, ",")
}

// at makes the value to bind for a time: UTC, whole microseconds as the databases keep them, NULL for the zero time.
func at(t time.Time) sql.NullTime {
	if t.IsZero() {
		return sql.NullTime{}
	}
	return sql.NullTime{Time: t.UTC().Truncate(time.Microsecond), Valid: true}
}
