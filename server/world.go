package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"flowline/assets"
	"flowline/engine/flow"
	"flowline/engine/org"
	"flowline/engine/record"
	"flowline/engine/store"
	"flowline/server/config"
	"flowline/server/sample"
)

// world is where a flow document on disk is looked at: record types and the company, of a database or of the samples.
type world struct {
	config.Database
	Sample bool `help:"Look at it with the sample company and its record types instead of those of a database."`
}

// look reads them. The database is only read; one that is not there is not made.
func (w *world) look(ctx context.Context) (record.Types, org.Company, error) {
	if w.Sample {
		return sample.World(assets.Records())
	}
	if path, ok := strings.CutPrefix(w.Database.Database, "sqlite:"); ok {
		if _, err := os.Stat(path); err != nil {
			return nil, org.Company{}, fmt.Errorf("there is no database at %s; name one with --database, or use --sample", path)
		}
	}
	s, err := store.Open(ctx, w.Database.Database, store.Options{})
	if err != nil {
		return nil, org.Company{}, err
	}
	types := record.Types{}
	all, err := s.Types(ctx)
	for _, t := range all {
		types[t.Key] = &t
	}
	company, _, err2 := s.Company(ctx)
	return types, company, errors.Join(err, err2, s.Close())
}

// readFlow reads a flow document from disk.
func readFlow(path string) (flow.Definition, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return flow.Definition{}, err
	}
	return flow.Parse(data)
}
