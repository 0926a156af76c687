package storetest

import (
	"context"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"flowline/engine/store"
)

// Migrating takes longer than most tests do. So a test process migrates one database of each kind and begins the others as
// copies of it: migrating those finds nothing left to do.

// begin makes the tables in a database of this process that has none.
func begin(tb testing.TB, address string) {
	tb.Helper()
	if path, ok := strings.CutPrefix(address, "sqlite:"); ok {
		beginFile(tb, path)
		return
	}
	beginDatabase(tb, address)
}

// migratedFile is a SQLite file with the tables in it.
var migratedFile = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "flowline-migrated-")
	if err != nil {
		return nil, err
	}
	path := filepath.Join(dir, "flowline.db")
	if err := migrate("sqlite:" + path); err != nil {
		return nil, err
	}
	file, err := os.ReadFile(path) // the store is closed: all of it is in the one file
	return file, errors.Join(err, os.RemoveAll(dir))
})

func beginFile(tb testing.TB, path string) {
	tb.Helper()
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return
	}
	file, err := migratedFile()
	if err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(path, file, 0o600); err != nil {
		tb.Fatal(err)
	}
}

func beginDatabase(tb testing.TB, address string) {
	tb.Helper()
	server, name := serverFor(tb), databaseIn(tb, address)
	tables, err := server.tables(name)
	if err != nil {
		tb.Fatal(err)
	}
	if len(tables) > 0 {
		return
	}
	if err := server.copyMigrated(name); err != nil {
		tb.Fatal(err)
	}
}

const migratedName = "flowline_migrated"

// migrate makes the database that others are copied from.
func (s *server) migrate() error {
	if _, err := s.admin.Exec("CREATE DATABASE " + migratedName + " CHARACTER SET utf8mb4"); err != nil {
		return err
	}
	return migrate(s.address(migratedName))
}

func (s *server) copyMigrated(to string) error {
	if err := s.migrated(); err != nil {
		return err
	}
	tables, err := s.tables(migratedName)
	if err != nil {
		return err
	}
	for _, t := range tables {
		if _, err := s.admin.Exec("CREATE TABLE " + to + "." + t + " LIKE " + migratedName + "." + t); err != nil {
			return err
		}
		if _, err := s.admin.Exec("INSERT INTO " + to + "." + t + " SELECT * FROM " + migratedName + "." + t); err != nil {
			return err
		}
	}
	return nil
}

func (s *server) tables(database string) ([]string, error) {
	rows, err := s.admin.Query("SELECT table_name FROM information_schema.tables WHERE table_schema = ?", database)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, rows.Err()
}

func databaseIn(tb testing.TB, address string) string {
	tb.Helper()
	u, err := url.Parse(address)
	if err != nil {
		tb.Fatal(err)
	}
	return strings.TrimPrefix(u.Path, "/")
}

func migrate(address string) error {
	s, err := store.Open(context.Background(), address, store.Options{Volatile: true})
	if err != nil {
		return err
	}
	return errors.Join(s.Migrate(context.Background()), s.Close())
}
