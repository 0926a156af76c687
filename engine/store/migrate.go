package store

import (
	"context"
	"database/sql"
	"embed"
	"io/fs"

	"github.com/pressly/goose/v3"

	"flowline/engine/fault"
)

//go:embed migrations
var migrations embed.FS

// Migrate makes the tables, or brings them to the form that this program wants. It is safe to call at every start, also
// by several copies at once. Tables of record types are SaveType's.
func (s *Store) Migrate(ctx context.Context) error {
	return fault.Wrap(mapped(s.dialect.migrate(ctx)), "migrate the database")
}

func migrateUp(ctx context.Context, d goose.Dialect, db *sql.DB, folder string) error {
	files, err := fs.Sub(migrations, folder)
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(d, db, files, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	_, err = p.Up(ctx)
	return err
}
