package store_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/shopspring/decimal"

	"flowline/engine"
	"flowline/engine/store"
	"flowline/engine/storetest"
)

// BenchmarkLists reads first pages of a list of 20 000 records.
func BenchmarkLists(b *testing.B) {
	for _, name := range []string{"sqlite", "mariadb"} {
		s := storetest.Open(b, storetest.Databases[name](b), store.Options{})
		saveType(b, s)
		const rows = 20_000
		fill(b, s, rows)
		for _, q := range []struct {
			name  string
			query engine.RecordQuery
		}{
			{"newest", engine.RecordQuery{}},
			{"by amount", engine.RecordQuery{Sort: "-amount"}},
			{"filtered", engine.RecordQuery{Filters: []engine.Filter{{Field: "amount", Op: engine.More, Value: "190"}}, Sort: "amount"}},
			{"searched", engine.RecordQuery{Search: "1999"}},
			{"mine", engine.RecordQuery{Owners: []string{"p7"}}},
			{"far page", engine.RecordQuery{Offset: rows / 2}},
		} {
			q.query.Type = "contract"
			b.Run(name+"/"+q.name, func(b *testing.B) {
				for b.Loop() {
					if list, _, err := s.Records(context.Background(), q.query); err != nil || len(list) == 0 {
						b.Fatal(len(list), err)
					}
				}
			})
		}
	}
}

func fill(b *testing.B, s engine.Store, rows int) {
	b.Helper()
	c := started("fill", "", "p1")
	c.Lock = false
	for n := range rows {
		r := newRecord(fmt.Sprint("r", n))
		r.Owner = fmt.Sprint("p", n%100)
		r.Values["title"] = fmt.Sprint("年度框架合同 ", n)
		r.Values["amount"] = decimal.New(int64(n), -2)
		c.Inserts = append(c.Inserts, r)
	}
	if err := s.Commit(context.Background(), c); err != nil {
		b.Fatal(err)
	}
}
