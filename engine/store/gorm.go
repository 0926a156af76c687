package store

import (
	"database/sql"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/logger"
)

// gormConfig makes the configuration of one database, a new one each time: gorm keeps a dialect's clauses in it, and two
// databases that share one silently lose FOR UPDATE.
func gormConfig() *gorm.Config {
	return &gorm.Config{
		SkipDefaultTransaction:   true, // every change has one already
		DisableNestedTransaction: true,
		DisableAutomaticPing:     true,
		Logger:                   logger.Discard, // errors are told to the caller, once
		NowFunc:                  func() time.Time { return time.Now().UTC() },
	}
}

// What is text already goes to the database as it is; gorm would read it byte by byte to build it once more.

// exec runs one statement and answers how many rows it found.
func exec(db *gorm.DB, text string, args ...any) (int64, error) {
	done, err := db.Statement.ConnPool.ExecContext(db.Statement.Context, text, args...)
	if err != nil {
		return 0, err
	}
	return done.RowsAffected()
}

// query asks for rows.
func query(db *gorm.DB, text string, args ...any) (*sql.Rows, error) {
	return db.Statement.ConnPool.QueryContext(db.Statement.Context, text, args...)
}

// queryRow asks for one row.
func queryRow(db *gorm.DB, text string, args ...any) *sql.Row {
	return db.Statement.ConnPool.QueryRowContext(db.Statement.Context, text, args...)
}
