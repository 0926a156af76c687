package store_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"flowline/engine/fault"
	"flowline/engine/record"
	"flowline/engine/store"
	"flowline/engine/storetest"
	"flowline/engine/text"
)

// Two copies of the program share a database: each has a store of its own.

func TestCopiesThatStartAtOnceMigrateOnce(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, fresh storetest.Database) {
		address := fresh(t)
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				s, err := store.Open(t.Context(), address, store.Options{})
				if err != nil {
					t.Error(err)
					return
				}
				defer func() {
					if err := s.Close(); err != nil {
						t.Error(err)
					}
				}()
				if err := s.Migrate(t.Context()); err != nil {
					t.Error(err)
				}
				if err := s.SaveType(t.Context(), contract()); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		s := storetest.Open(t, address, store.Options{})
		addRecord(t, s, "r1")
	})
}

func TestCopiesNumberRecordsTogether(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, fresh storetest.Database) {
		address := fresh(t)
		copies := []*store.Store{storetest.Open(t, address, store.Options{}), storetest.Open(t, address, store.Options{})}
		saveType(t, copies[0])
		const each = 20
		given := make(chan string, 2*each)
		var all sync.WaitGroup
		for c, s := range copies {
			all.Go(func() {
				for n := range each {
					r, err := s.InsertRecord(t.Context(), newRecord(fmt.Sprint("r", c, "-", n)))
					if err != nil {
						t.Error(err)
						return
					}
					given <- r.Number
				}
			})
		}
		all.Wait()
		close(given)
		seen := map[string]bool{}
		for n := range given {
			if seen[n] {
				t.Errorf("%s was given twice", n)
			}
			seen[n] = true
		}
		if year := time.Now().Year(); !seen[fmt.Sprintf("HT-%d-%04d", year, 2*each)] {
			t.Errorf("the numbers have holes: %v", seen)
		}
	})
}

func TestACopySeesWhatAnotherAddedToAType(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, fresh storetest.Database) {
		address := fresh(t)
		one, two := storetest.Open(t, address, store.Options{}), storetest.Open(t, address, store.Options{})
		saveType(t, one)
		addRecord(t, two, "r1") // two now knows the type as it is
		grown := contract()
		grown.Fields = append(grown.Fields, record.Field{Key: "note", Name: text.T("备注", "Note"), Type: record.Text})
		if err := one.SaveType(t.Context(), grown); err != nil {
			t.Fatal(err)
		}
		r, err := two.UpdateRecord(t.Context(), record.Change{Type: "contract", ID: "r1", Set: record.Values{"note": "x"}}, time.Now())
		if err != nil || r.Values["note"] != "x" {
			t.Errorf("%v %v", r.Values, err)
		}
		if err := two.SaveType(t.Context(), contract()); !fault.Is(err, fault.Invalid) {
			t.Errorf("an older form of the type was saved over the newer: %v", err)
		}
	})
}
