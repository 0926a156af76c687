package store_test

import (
	"context"
	"fmt"
	"testing"
	"time"

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

// BenchmarkInbox reads first pages of the lists of somebody who has 10 000 open tasks.
func BenchmarkInbox(b *testing.B) {
	for _, name := range []string{"sqlite", "mariadb"} {
		s := storetest.Open(b, storetest.Databases[name](b), store.Options{})
		saveType(b, s)
		const rows = 10_000
		pile(b, s, rows)
		for _, q := range []struct {
			name  string
			query engine.TaskQuery
		}{
			{"oldest", engine.TaskQuery{}},
			{"due", engine.TaskQuery{Sort: engine.SortDue}},
			{"by number", engine.TaskQuery{Sort: engine.SortNumber}},
			{"of a submitter", engine.TaskQuery{Submitter: "p7"}},
			{"searched", engine.TaskQuery{Narrowing: engine.Narrowing{Search: "9999"}}},
			{"far page", engine.TaskQuery{Offset: rows / 2}},
		} {
			q.query.Assignee, q.query.Open = "p2", true
			b.Run(name+"/"+q.name, func(b *testing.B) {
				for b.Loop() {
					if list, _, err := s.Tasks(context.Background(), q.query); err != nil || len(list) == 0 {
						b.Fatal(len(list), err)
					}
				}
			})
		}
		b.Run(name+"/unread", func(b *testing.B) {
			for b.Loop() {
				if u, err := s.Unread(context.Background(), "p2", nil); err != nil || u.Tasks != rows {
					b.Fatal(u, err)
				}
			}
		})
	}
}

// pile gives p2 so many tasks.
func pile(b *testing.B, s engine.Store, rows int) {
	b.Helper()
	for n := 0; n < rows; {
		var c engine.Commit
		for range 500 {
			one := started(fmt.Sprint("i", n), "", "p2")
			one.Lock, one.Instance.Number, one.Instance.Submitter = false, fmt.Sprintf("HT-2026-%05d", rows-n), fmt.Sprint("p", n%100)
			one.Tasks[0].OpenedAt = one.Tasks[0].OpenedAt.Add(time.Duration(n) * time.Second)
			if n%500 == 0 {
				c = one
			} else {
				c.Also = append(c.Also, one)
			}
			n++
		}
		if err := s.Commit(context.Background(), c); err != nil {
			b.Fatal(err)
		}
	}
}
