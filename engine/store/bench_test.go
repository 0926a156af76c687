package store_test

import (
	"context"
	"fmt"
	"testing"

	"flowline/engine"
	"flowline/engine/store"
	"flowline/engine/storetest"
)

// Each benchmark stands beside the floor of the same run: go test -bench 'Floor|Flow' ./engine/store.

func BenchmarkFloor(b *testing.B) {
	for _, c := range []int{1, 32} {
		b.Run(fmt.Sprint("sqlite/", c), func(b *testing.B) { storetest.FloorSQLite(b, c) })
		b.Run(fmt.Sprint("mariadb/", c), func(b *testing.B) { storetest.FloorMariaDB(b, c) })
	}
}

// BenchmarkFlow saves what a flow of start, decision, approval, update and end gives the store to save, in two commits with
// the loads that the engine does, but for the engine itself.
func BenchmarkFlow(b *testing.B) {
	for _, c := range []int{1, 32} {
		for _, name := range []string{"sqlite", "mariadb"} {
			b.Run(fmt.Sprint(name, "/", c), func(b *testing.B) {
				s := storetest.Open(b, storetest.Databases[name](b), store.Options{})
				benchmarkFlow(b, s, c)
			})
		}
	}
}

func benchmarkFlow(b *testing.B, s engine.Store, concurrency int) {
	ctx := context.Background()
	saveType(b, s)
	id := func(kind string, n int) string { return fmt.Sprintf("%s-%030d", kind, n) }
	storetest.Parallel(b, 32, func(n int) error {
		_, err := s.InsertRecord(ctx, newRecord(id("record", n)))
		return err
	})
	storetest.Parallel(b, concurrency, func(n int) error {
		if _, err := s.Record(ctx, "contract", id("record", n)); err != nil {
			return err
		}
		c := started(id("instance", n), id("record", n), fmt.Sprint("person-", n%500))
		if err := s.Commit(ctx, c); err != nil {
			return err
		}
		if _, err := s.Record(ctx, "contract", id("record", n)); err != nil {
			return err
		}
		i, err := s.Instance(ctx, c.Instance.ID)
		if err != nil {
			return err
		}
		return s.Commit(ctx, decided(i))
	})
}
