package storetest

import (
	"fmt"
	"sync"
	"testing"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/record"
)

// atOnce runs n calls at once and gives their errors.
func atOnce(n int, call func(i int) error) []error {
	errs := make([]error, n)
	start := make(chan struct{})
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() {
			<-start
			errs[i] = call(i)
		})
	}
	close(start)
	all.Wait()
	return errs
}

// oneWins fails unless one call succeeded and every other met a conflict for this reason.
func oneWins(t *testing.T, errs []error, reason string) {
	t.Helper()
	won := 0
	for _, err := range errs {
		if err == nil {
			won++
			continue
		}
		refused(t, "loser", err, fault.Conflict, reason)
	}
	if won != 1 {
		t.Errorf("%d of %d won, want one", won, len(errs))
	}
}

const many = 32

var concurrencyTests = map[string]func(*testing.T, engine.Store){
	"of steps from one revision one is saved": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", record.Values{"months": number("0")})
		c := first("i1", "r1")
		commit(t, s, c)
		errs := atOnce(many, func(int) error {
			n := next(c)
			n.Changes = []record.Change{{Type: "contract", ID: "r1", Set: record.Values{"months": number("1")}}}
			return s.Commit(t.Context(), n)
		})
		oneWins(t, errs, "instance_moved_on")
		if r := must(s.Record(t.Context(), "contract", "r1"))(t); r.Revision != 2 {
			t.Errorf("the record is at revision %d: a loser changed it", r.Revision)
		}
		if entries := must(s.Journal(t.Context(), "i1"))(t); len(entries) != 2 {
			t.Errorf("%d journal entries, want 2", len(entries))
		}
	},
	"many writers all get through": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		for i := range many {
			addContract(t, s, fmt.Sprint("r", i), nil)
		}
		for _, err := range atOnce(many, func(i int) error {
			c := first(fmt.Sprint("i", i), fmt.Sprint("r", i))
			c.Lock = true
			for range 5 {
				if err := s.Commit(t.Context(), c); err != nil {
					return err
				}
				c = next(c)
			}
			return nil
		}) {
			if err != nil {
				t.Error(err)
			}
		}
		list, total, err := s.Instances(t.Context(), engine.InstanceQuery{})
		if err != nil || total != many {
			t.Fatalf("%d instances, %v", total, err)
		}
		for _, i := range list {
			if i.Revision != 5 {
				t.Errorf("%s is at revision %d", i.ID, i.Revision)
			}
		}
	},
	"one that fails spoils nothing of the others": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "free", record.Values{"tax_no": "taken"})
		for i := range many {
			addContract(t, s, fmt.Sprint("r", i), nil)
		}
		for i, err := range atOnce(many, func(i int) error {
			c := first(fmt.Sprint("i", i), fmt.Sprint("r", i))
			c.Lock = true
			if i%3 == 0 {
				c.Also = []engine.Commit{first(fmt.Sprint("j", i), "free")}
				c.Also[0].Changes = []record.Change{{Type: "contract", ID: fmt.Sprint("r", i), Set: record.Values{"tax_no": "taken"}}}
			}
			return s.Commit(t.Context(), c)
		}) {
			switch {
			case i%3 != 0 && err != nil:
				t.Errorf("%d: %v", i, err)
			case i%3 == 0:
				// the record was locked by the step's first half, in the same transaction
				refused(t, fmt.Sprint(i), err, fault.Conflict, "record_locked")
				_, err := s.Instance(t.Context(), fmt.Sprint("i", i))
				refused(t, "undone", err, fault.NotFound, "instance_not_found")
			}
		}
		if _, total, err := s.Instances(t.Context(), engine.InstanceQuery{}); err != nil || total != many-(many+2)/3 {
			t.Errorf("%d instances, %v", total, err)
		}
	},
	"a key used at once is used once": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		errs := atOnce(8, func(i int) error {
			c := first(fmt.Sprint("i", i), "r1")
			c.Person, c.Key = "p1", "once"
			return s.Commit(t.Context(), c)
		})
		oneWins(t, errs, "repeated")
	},
	"a record is locked once": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		addContract(t, s, "r1", nil)
		errs := atOnce(8, func(i int) error {
			c := first(fmt.Sprint("i", i), "r1")
			c.Lock = true
			return s.Commit(t.Context(), c)
		})
		oneWins(t, errs, "record_locked")
	},
	"numbers are given once and have no holes": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		numbers := make([]string, many)
		for _, err := range atOnce(many, func(i int) error {
			r, err := s.InsertRecord(t.Context(), record.Record{Type: "contract", ID: fmt.Sprint("r", i), CreatedAt: noon})
			numbers[i] = r.Number
			return err
		}) {
			if err != nil {
				t.Fatal(err)
			}
		}
		given := map[string]bool{}
		for _, n := range numbers {
			given[n] = true
		}
		for i := range many {
			if want := fmt.Sprintf("HT-2026-%04d", i+1); !given[want] {
				t.Errorf("%s was not given", want)
			}
		}
	},
	"of records with one unique value one is saved": func(t *testing.T, s engine.Store) {
		saveContract(t, s)
		errs := atOnce(8, func(i int) error {
			_, err := s.InsertRecord(t.Context(), record.Record{Type: "contract", ID: fmt.Sprint("r", i), CreatedAt: noon, Values: record.Values{"tax_no": "1"}})
			return err
		})
		oneWins(t, errs, "value_taken")
	},
	"of drafts saved at one revision one is saved": func(t *testing.T, s engine.Store) {
		addDraft(t, s, "a")
		oneWins(t, atOnce(8, func(int) error { return s.SaveDraft(t.Context(), draft("a"), 1) }), "draft_moved_on")
	},
	"versions published at once get a number each": func(t *testing.T, s engine.Store) {
		addDraft(t, s, "a")
		numbers := make([]int, 8)
		for _, err := range atOnce(8, func(i int) (err error) {
			numbers[i], err = s.AddVersion(t.Context(), version("a"), 1)
			return err
		}) {
			if err != nil {
				t.Fatal(err)
			}
		}
		given := map[int]bool{}
		for _, n := range numbers {
			given[n] = true
		}
		if len(given) != 8 || !given[1] || !given[8] {
			t.Errorf("numbers %v", numbers)
		}
	},
	"a type saved at once is saved": func(t *testing.T, s engine.Store) {
		for _, err := range atOnce(4, func(int) error { return s.SaveType(t.Context(), contract()) }) {
			if err != nil {
				t.Error(err)
			}
		}
		addContract(t, s, "r1", filled())
	},
}
