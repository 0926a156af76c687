package store

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/go-sql-driver/mysql"
	"github.com/pressly/goose/v3"
	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"flowline/engine/record"
)

// mysqlDialect is MySQL's and MariaDB's. All text compares byte for byte (utf8mb4_bin), so that a name is unique, or
// equal, when it is on SQLite too.
type mysqlDialect struct {
	config *mysql.Config
}

// migrate holds a named lock of the server meanwhile, so that copies that start at once take turns.
func (d mysqlDialect) migrate(ctx context.Context) error {
	patient := d.config.Clone()
	patient.ReadTimeout, patient.WriteTimeout = 0, 0 // changing a large table takes its time
	connector, err := newConnector(patient)
	if err != nil {
		return err
	}
	db := sql.OpenDB(connector)
	defer db.Close()
	turn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer turn.Close() // and with it the lock
	var got sql.NullInt64
	if err := turn.QueryRowContext(ctx, "SELECT GET_LOCK(?, 120)", "flowline."+d.config.DBName).Scan(&got); err != nil {
		return err
	}
	if got.Int64 != 1 {
		return fmt.Errorf("another copy has been changing the tables for two minutes")
	}
	return migrateUp(ctx, goose.DialectMySQL, db, "migrations/mysql")
}

func (mysqlDialect) replace(_, columns []string) string {
	return " ON DUPLICATE KEY UPDATE " + each(columns, "$=VALUES($)")
}

// skip sets a key column to what it is: INSERT IGNORE would also swallow values that do not fit.
func (mysqlDialect) skip(key []string) string {
	return " ON DUPLICATE KEY UPDATE " + each(key[:1], "$=$")
}

func (mysqlDialect) contains(column string) string {
	return "LOWER(" + column + `) LIKE LOWER(?) ESCAPE '!'`
}

func (mysqlDialect) column(f *record.Field, sought bool) string {
	switch f.Type {
	case record.Number, record.Money:
		return fmt.Sprintf("DECIMAL(20,%d)", f.Places())
	case record.Boolean:
		return "BOOLEAN"
	case record.Date:
		return "DATE"
	case record.DateTime:
		return "DATETIME(6)"
	case record.Link, record.Person:
		return "VARCHAR(64)"
	case record.Choice:
		return "VARCHAR(40)"
	case record.Text:
		if sought {
			return fmt.Sprintf("VARCHAR(%d)", record.MaxText)
		}
		return "TEXT" // a row holds only 65 535 bytes of VARCHAR, any number of TEXT
	}
	return "MEDIUMTEXT"
}

// number keeps to what SQLite holds too, so that a company can move between the two.
func (mysqlDialect) number(d decimal.Decimal, places int) (any, bool) {
	if _, ok := scaled(d, places); !ok {
		return nil, false
	}
	return d.StringFixed(int32(places)), true
}

func (mysqlDialect) exact(raw any, places int) (decimal.Decimal, error) {
	digits, err := textOf(raw)
	if err != nil {
		return decimal.Decimal{}, err
	}
	return decimal.NewFromString(digits)
}

// schema runs each statement by itself: MySQL commits around DDL anyhow.
func (mysqlDialect) schema(ctx context.Context, s *Store, fn func(tx *gorm.DB) error) error {
	return fn(s.read(ctx))
}

func (mysqlDialect) columnsOf(tx *gorm.DB, table string) (map[string]bool, error) {
	return names(tx, "SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?", table)
}

func (mysqlDialect) indexesOf(tx *gorm.DB, table string) (map[string]bool, error) {
	return names(tx, "SELECT DISTINCT index_name AS name FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = ?", table)
}

func (mysqlDialect) indexName(_, name string) string { return name }

func (mysqlDialect) createIndex(table string, i index) string {
	return i.create(i.name, table, mysqlKey(i))
}

// maxInline keeps below the 64 indexes of a table; the rest is tried one by one.
const maxInline = 60

func (mysqlDialect) inlineIndexes(all []index) []string {
	var parts []string
	for _, i := range all[:min(len(all), maxInline)] {
		kind := "KEY "
		if i.unique {
			kind = "UNIQUE KEY "
		}
		parts = append(parts, kind+quote(i.name)+" ("+mysqlKey(i)+")")
	}
	return parts
}

func mysqlKey(i index) string {
	if i.prefix {
		return each(i.columns[:1], "$(100)")
	}
	return quoted(i.columns)
}

func (mysqlDialect) dropIndex(table, name string) string {
	return "DROP INDEX " + quote(name) + " ON " + quote(table)
}

func (mysqlDialect) tableEnd() string {
	return " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin"
}
