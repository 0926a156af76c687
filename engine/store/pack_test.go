package store_test

import (
	"slices"
	"strings"
	"testing"

	"flowline/engine"
	"flowline/engine/fault"
	"flowline/engine/store"
	"flowline/engine/storetest"
)

// COMMIT travels with the statements of a step, and is not reached when one that must find a row finds none: the instance
// that has moved on, or the record that somebody else has changed.
func TestAStepSentAtOnceIsSavedWholeOrNotAtAll(t *testing.T) {
	var sent []string
	s := storetest.Open(t, storetest.MariaDB(t), store.Options{OnStatement: func(sql string) { sent = append(sent, sql) }})
	saveType(t, s)
	addRecord(t, s, "r1")
	addRecord(t, s, "r2")
	save := func(c engine.Commit) error { sent = nil; return s.Commit(t.Context(), c) }

	late := started("i2", "r2", "p2")
	late.LockAt = 7
	if err := save(late); fault.ReasonOf(err) != "record_moved_on" {
		t.Errorf("over a record that has changed: %v", err)
	}
	if _, err := s.Instance(t.Context(), "i2"); !fault.Is(err, fault.NotFound) {
		t.Errorf("it was saved nevertheless: %v", err)
	}

	if err := save(started("i1", "r1", "p2")); err != nil || sent[len(sent)-1] != "COMMIT" {
		t.Fatalf("%v, sent %q", err, sent)
	}
	if at := slices.IndexFunc(sent, func(sql string) bool { return strings.HasPrefix(sql, "ROLLBACK") }); at >= 0 {
		t.Errorf("sent one by one: %q", sent)
	}
	first := decided(must(s.Instance(t.Context(), "i1"))(t))
	second := decided(must(s.Instance(t.Context(), "i1"))(t))
	second.Journal[0].Seq += 100 // no key of its rows stands against it
	if err := save(first); err != nil {
		t.Fatal(err)
	}
	if err := save(second); fault.ReasonOf(err) != "instance_moved_on" {
		t.Errorf("decided a second time: %v", err)
	}
	if list := must(s.Journal(t.Context(), "i1"))(t); len(list) != 10 {
		t.Errorf("%d entries, want those of two steps", len(list))
	}
	if i := must(s.Instance(t.Context(), "i1"))(t); i.Revision != 2 {
		t.Errorf("revision %d", i.Revision)
	}
}
