package enginetest

import (
	"os"
	"path/filepath"
	"sync"
	"testing"

	"flowline/engine/store"
)

// template is a SQLite file with the tables, the sample company and the record types in it. Making it takes longer than
// most tests do, so a test process makes it once and copies it.
var template struct {
	mu   sync.Mutex
	file []byte
}

// filled opens a copy of the template.
func filled(tb testing.TB, o store.Options) *store.Store {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "flowline.db")
	must(tb, os.WriteFile(path, templateFile(tb), 0o600))
	s := open(tb, path, o)
	tb.Cleanup(func() { must(tb, s.Close()) })
	return s
}

func templateFile(tb testing.TB) []byte {
	tb.Helper()
	template.mu.Lock()
	defer template.mu.Unlock()
	if template.file != nil {
		return template.file
	}
	path := filepath.Join(tb.TempDir(), "template.db")
	s := open(tb, path, store.Options{})
	must(tb, s.Migrate(tb.Context()))
	Fill(tb, s)
	must(tb, s.Close()) // all of it is in the one file then
	file, err := os.ReadFile(path)
	must(tb, err)
	template.file = file
	return file
}

// open does not wait for the disk: no test loses the machine.
func open(tb testing.TB, path string, o store.Options) *store.Store {
	tb.Helper()
	o.Volatile = true
	s, err := store.Open(tb.Context(), "sqlite:"+path, o)
	must(tb, err)
	return s
}
