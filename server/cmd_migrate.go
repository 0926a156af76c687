package main

import (
	"context"
	"fmt"

	"flowline/server/config"
)

type migrate struct {
	config.Database
}

// Run brings the database up to date.
func (m *migrate) Run(ctx context.Context) error {
	s, err := openStore(ctx, m.Database.Database)
	if err != nil {
		return err
	}
	fmt.Println("the database is up to date")
	return s.Close()
}
