package store

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"runtime"

	"gorm.io/driver/sqlite"
	"gorm.io/gorm"
	_ "modernc.org/sqlite" // the driver "sqlite", which needs no C compiler
)

// openSQLite opens one connection to write with and several to read with: in WAL mode neither waits for the other.
func openSQLite(ctx context.Context, path string, o Options) (*Store, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		return nil, unavailable("cannot_open").Because(err)
	}
	file := sqliteFile{path, o.Volatile}
	write, err := sql.Open("sqlite", file.dsn("_txlock=immediate"))
	if err != nil {
		return nil, err
	}
	write.SetMaxOpenConns(1)
	conn, err := write.Conn(ctx)
	if err != nil {
		return nil, errors.Join(err, write.Close())
	}
	read, err := sql.Open("sqlite", file.dsn("_pragma=query_only(1)"))
	if err != nil {
		return nil, errors.Join(err, conn.Close(), write.Close())
	}
	readers := o.Connections
	if readers == 0 {
		readers = max(4, 2*runtime.NumCPU())
	}
	read.SetMaxOpenConns(readers)
	read.SetMaxIdleConns(readers)
	prepared := newStatements()
	base, err := gorm.Open(sqlite.New(sqlite.Config{
		DriverName: "sqlite",
		Conn:       &pool{sqlConn: read, seen: o.OnStatement, prepared: prepared},
	}), gormConfig())
	if err != nil {
		return nil, errors.Join(err, conn.Close(), write.Close(), read.Close())
	}
	w := newWriter(base, conn, o.OnStatement)
	return &Store{
		dialect: sqliteDialect{file},
		reads:   base,
		writes:  w,
		close: func() error {
			err := w.close()
			prepared.close()
			return errors.Join(err, read.Close(), write.Close())
		},
	}, nil
}

// sqliteFile is a database and whether what was saved last may be lost with the machine.
type sqliteFile struct {
	path     string
	volatile bool
}

// dsn names the file and how to treat it. Times are whole microseconds since 1970 in columns declared DATETIME: they
// sort, compare and come back exactly.
func (f sqliteFile) dsn(more string) string {
	sync := "FULL"
	if f.volatile {
		sync = "OFF"
	}
	return "file:" + (&url.URL{Path: f.path}).EscapedPath() + "?" + more +
		"&_pragma=busy_timeout(5000)&_pragma=journal_mode(WAL)&_pragma=synchronous(" + sync + ")&_pragma=cache_size(-8000)&_pragma=temp_store(2)" +
		"&_time_integer_format=unix_micro&_inttotime=1"
}
