package storetest

import (
	"context"
	"path/filepath"
	"testing"

	"flowline/engine"
	"flowline/engine/store"
)

// Database makes the address of a fresh, empty database that is gone with the test.
type Database func(tb testing.TB) string

// SQLite is a Database in a file of the test's temporary folder.
func SQLite(tb testing.TB) string {
	tb.Helper()
	return "sqlite:" + filepath.Join(tb.TempDir(), "flow line.db")
}

// Databases are those that the product runs on.
var Databases = map[string]Database{"sqlite": SQLite, "mariadb": MariaDB}

// Each runs a test once per database; open gives a migrated store over a fresh one.
func Each(t *testing.T, run func(t *testing.T, open func(testing.TB) engine.Store)) {
	t.Helper()
	EachDatabase(t, func(t *testing.T, fresh Database) {
		run(t, func(tb testing.TB) engine.Store {
			tb.Helper()
			return Open(tb, fresh(tb), store.Options{})
		})
	})
}

// EachDatabase runs a test once per database.
func EachDatabase(t *testing.T, run func(t *testing.T, fresh Database)) {
	t.Helper()
	for _, name := range []string{"sqlite", "mariadb"} {
		t.Run(name, func(t *testing.T) { run(t, Databases[name]) })
	}
}

// durable reports whether a database has to be as durable as in production: where it is measured. Nothing else here can tell,
// for programs are killed, but never the machine.
func durable(tb testing.TB) bool {
	_, measured := tb.(*testing.B)
	return measured
}

// Open opens and migrates the database at address, and closes it at the end of the test. Only benchmarks wait for the disk.
func Open(tb testing.TB, address string, o store.Options) *store.Store {
	tb.Helper()
	o.Volatile = !durable(tb)
	begin(tb, address)
	s, err := store.Open(context.Background(), address, o)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := s.Close(); err != nil {
			tb.Errorf("close the store: %v", err)
		}
	})
	if err := s.Migrate(context.Background()); err != nil {
		tb.Fatal(err)
	}
	return s
}
